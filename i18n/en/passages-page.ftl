# Passages and matrices.
passages-summary = { $count ->
        [0] No passage
        [one] 1 passage
       *[other] { $count } passages
    } of { $passages } ({ $share }), in { $transcripts } of { $all } interviews.
passages-age = aged { $age }
passages-interview = interview { $interview }
passages-turn = turn { $turn }
passages-turns = turns { $first }–{ $last }
passages-matrices = Matrices
passages-download = Download (csv)
passages-copy = Copy
passages-copied = { $count ->
        [one] 1 passage copied with its source.
       *[other] { $count } passages copied with their source.
    }
passages-add = Find passages that meet
passages-add-do = Add
passages-kind = Kind of condition
passages-value = Condition
passages-list-all = all of these conditions
passages-list-any = any of these conditions
passages-list-not = none of these conditions
passages-remove = Remove the condition: { $name }
passages-clear = Clear all
passages-kind-code = code, with its sub-codes
passages-kind-only = this code alone
passages-kind-theme = theme
passages-kind-overlaps = overlaps a coded passage
passages-kind-turn = in the same turn as a coded passage
passages-kind-transcript = interview
passages-kind-attribute = attribute of the interview
passages-kind-coder = coder
passages-kind-intensity = intensity
passages-kind-definition = definition
passages-is-code = code { $name }
passages-is-only = code { $name } alone
passages-is-theme = theme { $name }
passages-is-coder = coded by { $name }
passages-is-transcript = interview { $name }
passages-is-attribute = { $name }: { $value }
passages-is-overlaps = overlaps { $name }
passages-is-turn = same turn as { $name }
passages-is-intensity = intensity { $name }
passages-is-no-intensity = no intensity
passages-is-stale = coded under an older definition
passages-intensity-none = no intensity
passages-definition-stale = older: the code was redefined since
passages-facet-code = Code
passages-facet-transcript = Interview
passages-facet-coder = Coder
passages-facet-intensity = Intensity
passages-named = { $count ->
        [0] Named queries
       *[other] Named queries ({ $count })
    }
passages-named-none = No named query. Set conditions, then name them here.
passages-save = Name this query
passages-save-do = Save
passages-saved = Query “{ $name }” saved.
passages-forget = Delete the query “{ $name }”
passages-forgotten = Query deleted.
passages-undo = Undo
passages-away = The server does not answer. Nothing is lost; try again when it is back.
passages-none = No passage meets these conditions.
passages-nothing-coded = Nothing is coded yet.
passages-go-code = Open an interview
passages-pages = More passages
passages-previous = Previous
passages-next = Next
passages-range = { $first }–{ $last } of { $total }
