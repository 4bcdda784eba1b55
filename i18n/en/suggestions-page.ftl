# The page of suggestions: asked for, waited for, answered.
suggestions-title = Suggested codes
suggestions-lead = propos learns from your codings which words go with a code, and suggests that code for sentences that nobody coded. A suggestion writes nothing: you accept it or not.
suggestions-local = Everything is computed on this machine; nothing leaves it.
suggestions-precision = Precision asked for
suggestions-precision-help = A code whose suggestions are right less often than this, in the interviews held out, is silent. Higher: fewer suggestions, and surer ones.
suggestions-bad-precision = The precision asked for goes from 1 to 100%.
suggestions-ask = Look for suggestions
suggestions-ask-again = Look again
suggestions-under-way = Computing
suggestions-how-far = { $done ->
    [one] { $done } code of { $total }
   *[other] { $done } codes of { $total }
 }
suggestions-stop = Stop
suggestions-away = propos does not answer. Nothing was changed.
suggestions-stopped = The search is stopped.
suggestions-found = { $count ->
    [0] No suggestion.
    [one] One suggestion shown.
   *[other] { $count } suggestions shown.
 }
suggestions-summary = { $count ->
    [0] No open suggestion.
    [one] One open suggestion.
   *[other] { $count } open suggestions.
 } { $speaking ->
    [0] No code speaks
    [one] One code speaks
   *[other] { $speaking } codes speak
 }, { $silent ->
    [0] none is silent
    [one] one is silent
   *[other] { $silent } are silent
 }. Measured on { $interviews ->
    [0] no coded interview.
    [one] one coded interview ({ $sentences } sentences).
   *[other] { $interviews } coded interviews ({ $sentences } sentences), held out in { $folds } turns.
 }
suggestions-pooled = For the codes that speak: precision { $precision }, recall { $recall }. They were kept for their precision, which flatters it a little; with those that are silent because they miss it: { $all }.
suggestions-at = Computed:
suggestions-stale = The study has changed since: look again to take it into account.
suggestions-blind = Blind round “{ $round }”: suggestions learn from your own codings alone, and only your answers are counted.
suggestions-where = Interviews
suggestions-all-interviews = All ({ $count })
suggestions-my-interviews = Those you code ({ $count })
suggestions-of-interview = { $name } ({ $count })
suggestions-nothing = Nothing to suggest: no code reaches the precision asked for on the interviews held out. More coded interviews, or a lower precision, may change that. The table says why each code is silent.
suggestions-nothing-left = No open suggestion is left.
suggestions-nothing-here = No suggestion in these interviews.
suggestions-read-warning = In an interview coded already, the team read these sentences and coded nothing there: the measured precision does not hold, and a suggestion is only an invitation to read again.
suggestions-group-precision = Precision { $share }
suggestions-group-recall = Recall { $share }
suggestions-count = { $count ->
    [one] One open suggestion
   *[other] { $count } open suggestions
 }{ $rest ->
    [0] .
   *[other] , { $shown } shown.
 }
suggestions-answers = Answered so far: { $accepted ->
    [0] none accepted
    [one] one accepted
   *[other] { $accepted } accepted
 }, { $rejected ->
    [0] none rejected
    [one] one rejected
   *[other] { $rejected } rejected
 }, { $ignored ->
    [0] none set aside.
    [one] one set aside.
   *[other] { $ignored } set aside.
 }
suggestions-place = { $transcript }, turn { $turn }
suggestions-place-of = { $transcript }, { $speaker }, turn { $turn }
suggestions-accept = Accept
suggestions-reject = Reject
suggestions-ignore = Set aside
suggestions-undo = Undo
suggestions-keys-move = from sentence to sentence
suggestions-key-delete = Del
suggestions-key-undo = Ctrl Z
suggestions-accepted-one = Accepted: the sentence is coded “{ $code }”.
suggestions-rejected-one = Rejected: “{ $code }” does not belong there.
suggestions-ignored-one = Set aside: this sentence is no longer suggested for “{ $code }”.
suggestions-undone = Undone.
suggestions-by-code = Code by code
suggestions-by-code-about = Measured on sentences of interviews held out one by one: number, share and 95% interval. Precision is the share of suggested sentences that the team had coded so; recall, the share of sentences coded so that are suggested.
suggestions-open = Open
suggestions-accepted = Accepted
suggestions-rejected = Rejected
suggestions-ignored = Set aside
