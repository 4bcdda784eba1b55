# Home, portrait of a case, history, memos.
home-empty-title = A study without interviews
home-empty = No interview yet. Import one, or put files into the study’s “transcripts” folder.
home-facts = { $interviews ->
        [one] { $interviews } interview
       *[other] { $interviews } interviews
    }, { $words ->
        [one] { $words } word
       *[other] { $words } words
    } of respondents, { $codings ->
        [0] no coding yet
        [one] { $codings } coding
       *[other] { $codings } codings
    }{ $persons ->
        [0] { "" }
        [one] { " " }by one person
        [2] { " " }by two people
        [3] { " " }by three people
       *[other] { " " }by { $persons } people
    }{ $respondents ->
        [0] .
        [one] , { $respondents } questionnaire.
       *[other] , { $respondents } questionnaires.
    }
home-saved = Last change:
home-resume = Resume { $id } at turn { $turn }
home-resume-read = { $read ->
        [one] You have read { $read } turn of { $turns }.
       *[other] You have read { $read } turns of { $turns }.
    }
home-resume-do = Resume reading
home-begin = Begin { $id }, { $person }
home-begin-turns = { $count ->
        [one] One turn to read; you have coded nothing in it yet.
       *[other] { $count } turns to read; you have coded nothing in it yet.
    }
home-begin-do = Open the interview
home-settle = Settle { $id }
home-settle-left = { $count ->
        [one] One disagreement is left on this interview.
       *[other] { $count } disagreements are left on this interview.
    }
home-settle-do = Open both readings
home-uncoded = Read { $id } again
home-uncoded-left = { $count ->
        [one] One turn of the respondent has no coding of yours.
       *[other] { $count } turns of the respondent have no coding of yours.
    }
home-typology = Look at the profiles
home-typology-detail = Everything is read, coded and settled.
home-typology-do = Open the typology
home-interviews = The interviews
home-legend = Themes
home-number = No.
home-person = Respondent
home-strips = Your codings, from beginning to end
home-you = You
home-col-uncoded = Uncoded
home-col-memos = Memos
home-col-read = Read
home-age = { $years ->
        [one] { $years } year old
       *[other] { $years } years old
    }
home-strip = { $count ->
        [0] { $id }: nothing coded by you
        [one] { $id }: one coding of yours
       *[other] { $id }: { $count } codings of yours along the interview
    }
home-waiting = To settle
home-waiting-none = Nothing is waiting.
home-waiting-all = All that is waiting
home-questions = { $count ->
        [one] disagreement to settle
       *[other] disagreements to settle
    }
home-questions-detail = { $first } and { $second }, { $count ->
        [one] one interview
       *[other] { $count } interviews
    }
home-adjusted = { $count ->
        [one] coding touched by a correction
       *[other] codings touched by a correction
    }
home-unplaced = { $count ->
        [one] coding row without a place
       *[other] coding rows without a place
    }
home-unlinked = { $count ->
        [one] interview without its questionnaire
       *[other] interviews without their questionnaire
    }
home-diagnostics = { $count ->
        [one] remark of the import
       *[other] remarks of the import
    }
home-recent = Recent changes
home-recent-all = The whole history
home-undo = Undo

when-time = { $hour }:{ $minutes }
when-yesterday = yesterday, { $time }

pending-title = To settle
pending-questions = Disagreements
pending-questions-of = { $left ->
        [one] { $left } disagreement to settle of { $total }
       *[other] { $left } disagreements to settle of { $total }
    }
pending-adjusted = Codings touched by a correction
pending-adjusted-about = The text changed under these codings. Keep the new place, choose another one in the interview, or remove the coding.
pending-adjusted-one = Adjusted
pending-lost = Without a place
pending-turn = turn { $turn }
pending-accept = Keep
pending-elsewhere = Choose another place
pending-remove = Remove
pending-accepted = The coding keeps its new place.
pending-removed = Removed.
pending-unplaced = Coding rows without a place
pending-unplaced-about = These rows of your tables quote words that the interview does not hold, or holds several times. They are tried again at every import.
pending-unlinked = Interviews without their questionnaire
pending-linked-twice = Questionnaire { $respondent } is also that of { $also }.
pending-names-nobody = The header gives no questionnaire number.
pending-names-unknown = Questionnaire { $respondent } is not in the file of answers.
pending-diagnostics = Remarks of the import

history-none = No change yet.
done-import = { $new ->
        [0] { $changed ->
            [one] One file read again
           *[other] { $changed } files read again
        }
        [one] One file imported
       *[other] { $new } files imported
    }{ $codings_added ->
        [0] { "" }
        [one] , one coding added
       *[other] , { $codings_added } codings added
    }
done-settle = { $choice ->
        [first] Disagreement settled, { $code }, { $transcript }
        [second] Disagreement settled, { $code }, { $transcript }
        [union] Disagreement settled, { $code }, { $transcript }
        [none] Disagreement settled, { $code } dropped, { $transcript }
       *[other] Disagreement opened again, { $code }, { $transcript }
    }
done-accept = New place kept, { $code }, { $transcript }
done-remove = { $code } removed, { $transcript }
done-drop-row = Row without a place removed, { $transcript }
done-undo = Undone: { $words }
done-other = Change “{ $kind }” { $transcript }
done-coding = { $code } put on { $count ->
        [one] one passage
       *[other] { $count } passages
    }, { $transcript }
done-code = { done-coding }
done-change-coding = { $code } changed, { $transcript }
done-remove-coding = { $code } removed from { $count ->
        [one] one passage
       *[other] { $count } passages
    }, { $transcript }
done-code-new = New code, { $title }
done-new-code = { done-code-new }
done-memo = Memo written { $transcript }
done-change-memo = Memo changed { $transcript }
done-remove-memo = Memo removed { $transcript }
done-roles = Roles changed, { $transcript }
done-correction = Text corrected at turn { $turn }, { $transcript }
done-weigh-code = Weight of { $code } changed
done-measure-axis = Measure of an axis changed
done-assign-case = { $case } placed in a profile
done-name-profile = Profile named
done-write-portrait = Portrait of a profile written
done-conclude = Conclusion on a profile written
done-save-query = Query saved, { $name }
done-remove-query = Query removed, { $name }
done-round = Coding round opened, { $name }
done-change-round = Coding round changed, { $name }
done-close-round = Coding round closed, { $name }
done-suggestion = { $count ->
        [one] { $answer ->
            [accepted] Suggestion accepted
            [rejected] Suggestion rejected
           *[other] Suggestion set aside
        }
       *[other] { $count } suggestions { $answer ->
            [accepted] accepted
            [rejected] rejected
           *[other] set aside
        }
    }, { $code }, { $transcript }
done-redo = Done again: { $words }
journal-undo = Undo my last change
journal-redo = Redo
history-kind = What
history-when = When
history-who = Who
history-what = What
journal-undone = undone since
history-next-undone = the next that you would undo
history-pages = Pages of the history
history-newer = Newer
history-older = Older
history-count = { $count ->
        [0] No change.
        [one] One change.
       *[other] { $count } changes.
    }
history-kind-import = import
history-kind-coding = codings put
history-kind-change-coding = codings changed
history-kind-remove-coding = codings removed
history-kind-code-new = new codes
history-kind-memo = memos written
history-kind-change-memo = memos changed
history-kind-remove-memo = memos removed
history-kind-roles = roles changed
history-kind-correction = corrections of the text
history-kind-settle = disagreements settled
history-kind-accept = places kept
history-kind-remove = codings removed from “To settle”
history-kind-drop-row = rows removed
history-kind-undo = undone
history-kind-redo = done again
history-kind-round = coding rounds
history-kind-suggestion = proposals answered

memos-new = New memo on the study
memos-help = E09:14 in the text leads to turn 14 of E09. Ctrl Enter saves.
memos-keep = Save
memos-leave = Leave
memos-edit = Edit
memos-remove = Remove
memos-removed = Memo removed.
memos-kind = On
memos-all = All
memos-transcript = Interview
memos-coder = By whom
memos-words = Words
memos-filter = Filter
memos-none = No memo yet. A memo keeps an idea on the study, an interview, a person, a code or a passage.
memos-none-here = No memo matches these filters.
memos-count = { $count ->
        [0] No memo.
        [one] One memo.
       *[other] { $count } memos.
    }
memos-kind-study = the study
memos-kind-transcript = an interview
memos-kind-case = a person
memos-kind-code = a code
memos-kind-coding = a coding
memos-kind-turn = a turn
memos-of-study = The study
memos-of-case = { $id }, the person
memos-of-turn = { $id }, turn { $turn }
memos-of-lost-turn = { $id }, a turn that is no longer there
memos-of-coding = { $code }, { $id }, turn { $turn }

preferences-about = Those of { $name }, kept in the study. Language and theme are this browser’s.
preferences-look = Page
preferences-theme = Theme
preferences-theme-system = As the system
preferences-theme-light = Light
preferences-theme-dark = Dark
preferences-favourites = Favourites
preferences-favourites-about = The digits 1 to 9 put these codes, in this order.
preferences-no-code = None
preferences-up = Up
preferences-down = Down
preferences-keys = Keys
preferences-keys-about = They act only in the text of an interview. Letters always search for a code there.
preferences-single = Single keys: letters, digits and signs act without Ctrl
preferences-command = What it does
preferences-key = Key
preferences-change = Change
preferences-off = off
preferences-switch-off = Switch off
preferences-switch-on = Switch on
preferences-press = Press the key, or Escape
preferences-letters = A letter alone searches for a code: choose a sign, or Ctrl with a letter.
preferences-taken = This key cannot be changed.
preferences-reset = Restore all keys
preferences-kept = Saved.

case-title = { $id }, { $person }
case-open = Read and code
case-place = Place in the typology
case-standing = { $label }, { $name }
case-axis = { $axis }: { $value } (mean { $mean })
case-assigned = The team placed this person in { $profile }: { $reason }
case-beside = With
case-typology = Open the typology
case-codes = Codes
case-codes-about = Number of extracts, coders united; dots: highest intensity given, one where there is none.
case-codes-none = None.
case-intensity = intensity { $level }
case-quotes = Their words
case-quote = { $code }, turn { $turn }
case-against = counter-example
case-known = What is known
case-attribute = { $key ->
    [date] Date
    [interviewer] Interviewer
    [respondent] Interviewee
    [questionnaire] Questionnaire
    [notice] Notice
   *[other] { $key }
}
case-progress = Progress
case-read = { $read } turns of { $turns }
case-codings = { $count ->
        [0] no coding
        [one] one coding
       *[other] { $count } codings
    }
case-uncoded = { $count ->
        [0] no turn
        [one] one turn
       *[other] { $count } turns
    }
case-scores = Questionnaire
case-scores-about = Answers { $respondent }, from 0 to 100. Thick line: this person. Band and thin line: quartiles and median of all respondents.
case-scores-none = No questionnaire belongs to this interview. Quartiles and median of all respondents.
case-median = median { $median }
case-memo = Memo on this person

command-turn-next = Next turn
command-turn-previous = Previous turn
command-sentence-next = Next sentence
command-sentence-previous = Previous sentence
command-word-next = Next word
command-word-previous = Previous word
command-respondent-next = Next turn of the respondent
command-respondent-previous = Previous turn of the respondent
command-uncoded-next = Next uncoded turn
command-uncoded-previous = Previous uncoded turn
command-coding-next = Next coding
command-coding-previous = Previous coding
command-turn-first = First turn
command-turn-last = Last turn
command-page-next = Next page
command-page-previous = Previous page
command-code = Put the lit code
command-palette = Open the palette
command-in-vivo = In-vivo code
command-new-code = New code
command-undo = Undo
command-redo = Redo
command-ends = Adjust the ends
command-weaker = Lower intensity
command-stronger = Higher intensity
command-memo = Memo of the coding, else of the turn
command-remove = Remove the open coding
command-find = Search the codebook
command-keys = List of keys
