# Page of an interview: read and code.

reader-codebook = Codebook
reader-find = Search the codebook
reader-find-here = Search codes
reader-close = Close
reader-definition = Definition
reader-previous = Previous interview, { $id }
reader-next = Next interview, { $id }
reader-age = aged { $age }
reader-suggestions = Suggestions
reader-memos = Memos
reader-correct = Correct
reader-outline = Outline of the interview
reader-text = Interview { $id }
reader-by-keys = Code with the keyboard
reader-portrait = Portrait
reader-skip = Skip to the text of the interview
reader-turn = Turn { $number }, { $speaker }
reader-turn-of-nobody = Turn { $number }
reader-margin = Codings in the margin
reader-tools = Tools
reader-codes = Codes
reader-plan = Outline
reader-undo = Undo

# Counting, naming
word-count = { $count ->
        [one] { $count } word
       *[other] { $count } words
    }
coding-count = { $count ->
        [one] { $count } coding
       *[other] { $count } codings
    }
coder-you = you
coding-intensity = intensity { $intensity }
coding-has-memo = memo
margin-more = { $count ->
        [one] and one more
       *[other] and { $count } more
    }
favourite = Key
favourite-choose = Key that puts this code
favourite-number = favourite { $number }
role = transcript to code
close = Close
undo = Undo
give-up = Give up
nothing-coded = Nothing is coded yet. Select a passage, or press ↓.

# What is lit, for the ear
lit = { $words } { $count ->
        [one] One word
       *[other] { $count } words
    }, turn { $turn }, { $codings ->
        [0] no coding.
        [one] one coding: { $codes }.
       *[other] { $codings } codings: { $codes }.
    }
by-keys-help = Arrows to light, letters or Enter to code, question mark for the keys, Escape to leave.
ends-help = Ends: arrows by word, Shift and arrows by character, Tab changes end, Enter keeps, Escape gives back.
ends-from = Start.
ends-to = End.

# After a deed
placed = { $code } put on { $count ->
        [one] one word
       *[other] { $count } words
    }.
already-placed = “{ $code }” is already on this passage.
recoded = { $before } becomes { $code }.
moved-ends = Ends of “{ $code }”: { $count ->
        [one] one word
       *[other] { $count } words
    }.
set-intensity = Intensity { $intensity } for “{ $code }”.
no-intensity = “{ $code }” has no intensity any more.
removed = { $code } removed.
created = Code “{ $code }” created in “{ $theme }”.
memo-kept = Memo saved.
undone = Undone: { $what }
redone = Redone: { $what }
undone-elsewhere = Undone in { $where }: { $what }
redone-elsewhere = Redone in { $where }: { $what }
undone-unsent = Undone before it was sent.
no-coding = No more codings this way.
no-uncoded = No more turns without a coding this way.
no-respondent = No more turns of the interviewee this way.
copied = Passage copied with its source.
copy-passage = “{ $words }” ({ $source })
copy-interview = interview { $id }
copy-turn = turn { $turn }

# Palette
palette = Code the passage
palette-find = Search codes
palette-codes = Codes
palette-rest = Last code, then favourites
palette-last = Last code, then recent ones
palette-placed = placed
palette-option = , { $theme }, { $count ->
        [one] one coding here
       *[other] { $count } codings here
    }
palette-none = No code contains “{ $query }”.
palette-count = { $count ->
        [0] No code.
        [one] One code.
       *[other] { $count } codes.
    }
palette-vivo = In-vivo code: “{ $words }”
palette-new = New code…
palette-new-named = New code “{ $query }”

# Codebook
definition = Definition
definition-short = Def.
definition-include = Include
definition-exclude = Exclude
definition-example = Ex.
definition-none = To be defined.
definition-more = Its passages
new-code = New code
new-code-title = Name
new-code-theme = Theme
new-code-new-theme = New theme…
new-code-theme-title = Name of the new theme
codes-none = No code yet. Light up some words: + makes a code, * makes one of the words themselves.
new-code-do = Create and code
new-code-only = Create

# Card of a coding
card = Coding card
card-close = Close the card
card-you = You
card-definition = coded under version { $version } of the definition
card-definition-old = coded under version { $version } of the definition, now at version { $current }
card-approximate = approximate place after a correction of the text
card-imported = imported
card-suggested = suggestion accepted
card-intensity = Intensity
card-memo = Memo on this coding
card-change = Change code
card-remove = Remove
card-list = { $count ->
        [one] One more coding here
       *[other] { $count } more codings here
    }
memo-link = { $id }, turn { $turn }

# Memos
notes = Memos
notes-turn = Turn { $turn }
notes-transcript = This interview
notes-case = This person
notes-others = Other turns
notes-write = Write a memo; { $id }:14 becomes a link
notes-edit = Edit
notes-remove = Delete

# Correcting the text
fix-text = Text of turn { $turn }
fix-speaker = Who speaks
fix-merge = Join to the one before
fix-split = Cut here
fix-save = Save
fix-cut = New turn from “{ $words }…”.
fix-joined = Joined to the turn before.
fix-none = { $count ->
        [0] No coding on this turn, nothing changed.
        [one] One coding on this turn, nothing changed.
       *[other] { $count } codings on this turn, nothing changed.
    }
fix-verdicts = { $exact ->
        [one] One unchanged
       *[other] { $exact } unchanged
    }, { $moved ->
        [one] one moved
       *[other] { $moved } moved
    }, { $approximate ->
        [one] one adjusted
       *[other] { $approximate } adjusted
    }, { $lost ->
        [0] none falls.
        [one] one coding falls.
       *[other] { $lost } codings fall.
    }
fix-done = Turn { $turn } corrected: version { $version } of the text.
verdict-exact = unchanged
verdict-moved = moved
verdict-approximate = adjusted
verdict-lost = falls

# Other people
reads-here = reads here
coders-others = { $count } coders
coders-show = Show the codings of { $coder }
blind = Blind round. Others’ codings and presence are hidden until it ends.
blind-until = Blind round. Others’ codings and presence are hidden until { $until }.

# Server
server-away = The server does not answer. You can go on: { $count ->
        [0] what you do will wait
        [one] one change waits
       *[other] { $count } changes wait
    } on this page and will be sent only once when it is back.
server-closed = The server was started again: open the address that it wrote in the terminal. What waits on this page ({ $count }) will then be sent, only once.
server-back = { $count ->
        [one] The server is back, one change saved.
       *[other] The server is back, { $count } changes saved.
    }
text-corrected = { $count ->
        [one] Turn { $turn } was corrected.
       *[other] { $count } turns were corrected, from turn { $turn } on.
    }
text-corrected-follow = { $count ->
        [one] Turn { $turn } was corrected; your selection followed.
       *[other] { $count } turns were corrected, from turn { $turn } on; your selection followed.
    }

# Keys
keys = Keys
keys-change = Change keys or switch them off
keys-read = Read and light
keys-code = Code
keys-mend = Mend
key-Enter = Enter
key-Space = Space
key-Escape = Esc
key-Delete = Del
key-Backspace = Backspace
key-Home = Home
key-End = End
key-PageDown = Page ↓
key-PageUp = Page ↑
key-ArrowDown = ↓
key-ArrowUp = ↑
key-ArrowRight = →
key-ArrowLeft = ←
key-Arrow = arrow
key-Mod = Ctrl
key-Mod-mac = ⌘
key-Word = Ctrl
key-Word-mac = ⌥
key-Shift = Shift
key-Shift-mac = ⇧
key-undo = Ctrl Z
key-undo-mac = ⌘ Z
key-does-turn-next = next, previous turn
key-does-sentence-next = next, previous sentence; in a lit turn, its first, its last
key-does-word-next = next, previous word
key-does-stretch = extend, shrink
key-does-respondent-next = interviewee’s next, previous turn
key-does-uncoded-next = next, previous uncoded turn
key-does-coding-next = next, previous coding
key-does-turn-first = first, last turn
key-does-page-next = scroll a page, keep what is lit
key-does-code = the lit code, first the last one
key-does-favourite = favourite (top row, without Shift)
key-does-search = search a code, then Enter
key-does-palette = open the whole palette
key-does-in-vivo = in-vivo code
key-does-new-code = new code, with its definition
key-does-undo = undo, without limit
key-does-redo = redo
key-does-ends = adjust the ends
key-does-weaker = intensity down, up
key-does-memo = memo of the coding, else of the turn
key-does-remove = remove the open coding
key-does-copy = copy the passage with its source
key-does-leave = close, then put out, then leave the text
key-does-find = search the codebook
key-does-keys = this list
