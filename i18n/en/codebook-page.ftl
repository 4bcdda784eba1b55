# Page of the codebook: the tree, the card of a code, its history, its passages.
codebook-tree = Codebook
codebook-tree-keys = Arrows to go through, Enter to open. Alt with up or down arrow changes the order, Alt with right or left arrow changes the level.
codebook-find = Search a code
codebook-find-none = No code has that name.
codebook-new-code = Code
codebook-new-theme = Theme
codebook-needs-theme = Add a theme first
codebook-back = The whole codebook
codebook-others = The codebook was changed elsewhere.
codebook-reload = Update
codebook-new-code-title = New code
codebook-new-theme-title = New theme
codebook-name = Name
codebook-colour = Colour
codebook-no-colour = chosen by propos
codebook-summary = Summary
codebook-codes = Codes
codebook-no-codes = No code in this theme.
codebook-empty = The codebook is empty. Add a theme, then its codes.
codebook-under = Under “{ $title }”
codebook-add = Add
codebook-save = Save
codebook-leave = Leave
codebook-rename = Rename
codebook-move = Move
codebook-merge = Merge
codebook-split = Split
codebook-retire = Retire
codebook-up = Up
codebook-down = Down
codebook-in = Put under the one before
codebook-out = Up one level
codebook-to-theme = To the theme
codebook-move-do = Put it there
codebook-move-keys = In the tree: Alt with ↑ ↓ for the order, Alt with → ← for the level.
codebook-merge-what = The passages take the other code; where one person had given both to the same words, one is left, with both memos. This code is retired.
codebook-merge-with = Merge with
codebook-merge-do-none = Merge
codebook-merge-do = Merge with “{ $title }”
codebook-reason-optional = Why (optional)
codebook-split-what = Tick passages; they will take another code.
codebook-split-to = To a code that exists
codebook-split-new = Or a new code, named
codebook-split-definition = Its definition
codebook-split-do = Split
codebook-tick-all = Tick all
codebook-tick = Tick the passage: { $words }
codebook-ticked = { $count ->
    [0] No passage ticked.
    [one] { $count } passage ticked.
   *[other] { $count } passages ticked.
}
codebook-retire-what = The code keeps its passages and is offered no more.
codebook-reason = Reason
codebook-instead = Code to give in its place (optional)
codebook-retire-do = Retire the code
codebook-retired = Retired.
codebook-retired-word = retired
codebook-replaced = Replaced by
codebook-reinstate = Take up again
codebook-field-title = Name
codebook-field-definition = Definition
codebook-field-include = Include
codebook-field-exclude = Exclude
codebook-field-examples = Examples
codebook-field-examples-count = { $count ->
    [0] Example
    [one] Example
   *[other] Examples
}
codebook-field-weights = Axes
codebook-field-theme = Theme
codebook-field-parent = Under
codebook-field-retired = Retirement
codebook-edit-definition = Change the definition
codebook-edit-include = Change what is included
codebook-edit-exclude = Change what is excluded
codebook-edit-examples = Change the examples
codebook-edit-summary = Change the summary
codebook-examples-how = An empty line between two examples.
codebook-nothing = Nothing is written.
codebook-weight-of = Weight on the axis { $axis }
codebook-facts = { $count ->
    [0] No passage.
    [one] { $count } passage in { $interviews } interview, { $coders } coder.
   *[other] { $count } passages in { $interviews ->
        [one] { $interviews } interview
       *[other] { $interviews } interviews
    }, { $coders ->
        [one] { $coders } coder
       *[other] { $coders } coders
    }.
}
codebook-history = History of the code
codebook-history-read = Read from the files of the study.
codebook-history-made = Added to the codebook.
codebook-history-gone = Taken out of the codebook.
codebook-history-merged = Merged.
codebook-version = Version { $count }
codebook-by-interview = By interview
codebook-passages = Passages
codebook-which = Passages shown
codebook-all-passages = All
codebook-older = To reread, { $count }
codebook-older-what = { $count ->
    [one] { $count } passage was coded under an older definition.
   *[other] { $count } passages were coded under an older definition.
}
codebook-all-right = All still right
codebook-right = Still right
codebook-remove = Remove
codebook-recode = Recode
codebook-recode-to = Recode with
codebook-coded-under = Coded under version { $count }
codebook-turn = turn { $count }
codebook-intensity = intensity { $count }
codebook-lost = passage lost in the present text
codebook-memo = Memo
codebook-no-passages = No passage.
codebook-no-passage-yet = No passage. The definition is there for the first one.
codebook-more = { $count ->
    [one] { $count } more passage.
   *[other] { $count } more passages.
}
codebook-more-see = See them all
codebook-done-change = Saved.
codebook-done-move = “{ $title }” moved.
codebook-done-new = “{ $title }” added.
codebook-done-retire = “{ $title }” retired.
codebook-done-reinstate = “{ $title }” taken up again.
codebook-done-merge = { $count ->
    [0] “{ $from }” merged into “{ $title }”.
    [one] “{ $from }” merged into “{ $title }”: { $count } passage recoded.
   *[other] “{ $from }” merged into “{ $title }”: { $count } passages recoded.
}
codebook-done-split = { $count ->
    [one] { $count } passage recoded with “{ $title }”.
   *[other] { $count } passages recoded with “{ $title }”.
}
codebook-done-right = { $count ->
    [one] { $count } passage is still right.
   *[other] { $count } passages are still right.
}
codebook-done-remove = Coding removed.
codebook-done-undo = Undone.
codebook-done-redo = Redone.
codebook-undo = Undo
codebook-at-edge = It can go no further.
codebook-away = The server no longer answers. Nothing was saved; what you wrote stays here.
