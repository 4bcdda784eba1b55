# Passages and matrices.
passages-summary = { $count ->
        [0] No passage of { $passages }.
        [one] 1 passage of { $passages } ({ $share }).
       *[other] { $count } passages of { $passages } ({ $share }), in { $transcripts } of { $all } interviews.
    }
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
passages-add-condition = Add a condition
passages-add = Passages that meet
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

# Matrices.
matrices-title = Matrices
matrices-lead = Every number opens its passages.
matrices-axis = Codes crossed with
matrices-by-transcripts = interviews
matrices-by-codes = codes
matrices-by-attribute = { $name }
matrices-measure = What cells say
matrices-measure-passages = passages
matrices-measure-intensity = highest intensity
matrices-measure-interviews = interviews
matrices-measure-words = words coded
matrices-measure-coverage = share of words, in %
matrices-measure-turns = shared turns
matrices-measure-overlaps = overlapping extracts
matrices-explain-passages = Coded passages, all coders together: one passage coded by two people counts twice.
matrices-explain-intensity = Highest intensity given by a coder, from 1 to 3; a passage without intensity counts as 1.
matrices-explain-interviews = Interviews where it is found at least once.
matrices-explain-words = Respondents’ words that carry the code; what overlaps counts once.
matrices-explain-coverage = Share of respondents’ words that carries the code, in %.
matrices-explain-turns = Turns that carry both codes; on the diagonal, those that carry the code.
matrices-explain-overlaps = Extracts of both codes that share words; on the diagonal, the extracts of the code.
matrices-view = Presentation
matrices-view-table = Table
matrices-view-network = Network
matrices-network = Codes that come together
matrices-pairs = The most frequent pairs
matrices-no-pair = No two codes come together.
matrices-arcs-key = The thicker the arc, the more the two codes come together.
matrices-download = Download (csv)
matrices-code = Code
matrices-total = Total
matrices-one = Code shown
matrices-cell = { $code }, { $column }: { $value }
matrices-empty = Nothing is coded yet.
matrices-key = From nothing to the largest number of the table
matrices-view-accumulation = As interviews are added
