# What reading transcripts and the codebook finds wrong or doubtful.

diagnostic-front-matter-open = The front matter opens with “---” but nothing closes it. Add a line “---” after its last key.
diagnostic-front-matter-unread = The front matter does not read as YAML: { $reason }. Put a value that holds “:” or “#” between quotation marks.
diagnostic-front-matter-not-keys = What stands between the “---” lines is read as text. Front matter must be lines of “key: value” (for example “id: E01”).
diagnostic-front-matter-duplicate = The key “{ $key }” is already given at line { $line }; its first value is kept. Remove or rename one of the two.
diagnostic-transcript-empty = This file holds no words. Check that it is a transcript.
diagnostic-no-label = No speaker is named: the whole text makes one turn a part. Begin each turn with a name, always written in the same way, and a colon, for example “Mrs A.:”.
diagnostic-labels-by-face = Nobody is named: the paragraphs { $look ->
    [bold] in bold
   *[italics] in italics
 } are taken for the questions (Q), the others for the answers (R). Check the first turns.
diagnostic-time-restarts = The time goes back here: the file probably joins two recordings.
diagnostic-label-once = “{ $label }” speaks only once. If it is a typing error, correct the label; if it is no speaker, write these words without a colon (in Markdown, put a backslash before the colon, “\:”).
diagnostic-label-near = The label “{ $label }” resembles “{ $other }”: is it the same person? Write a name always in the same way.
diagnostic-label-refused = “{ $label }” was not taken for a speaker, because the name occurs only once. If it is one, add it to “[speakers]” in study.toml (in Markdown, to “speakers” in the front matter).
diagnostic-turn-empty = The turn of “{ $label }” is empty. Add what was said, or remove the label.
diagnostic-speaker-named-not-heard = The front matter names “{ $name }”, which is nobody’s label. Labels found: { $labels }.
diagnostic-interviewer-unknown = Nobody is known to lead the interview: all ({ $labels }) count as respondents. Say it on the page of the interview or by “propos roles ID --interviewer NAME”; for all interviews, in study.toml.
diagnostic-interviewer-guessed = The interview is taken to be led by { $labels }. If this is wrong, say it on the page of the interview or by “propos roles ID --interviewer NAME”; for all interviews, in study.toml.
diagnostic-language-unknown = The language “{ $value }” is not known: write “fr” or “en”. The study’s own is used.
diagnostic-date-unread = “{ $value }” is not a known form of date. Write it as 2023-06-06.
diagnostic-theme-id-missing = The front matter does not give the theme’s id; “{ $id }”, made from the file’s name, is used. Add “theme:” and the id.
diagnostic-theme-colour-unread = “{ $value }” is not a colour. Write it between quotation marks, as "#b4532a".
diagnostic-theme-empty = This theme holds no code. A code is a level 2 heading, for example “## Debts { "{" } #debts { "}" }”.
diagnostic-code-id-made = The code “{ $title }” has no id; “{ $id }”, made from its title, is used. To fix it, add “{ "{" } #{ $id } { "}" }” to the heading.
diagnostic-code-title-empty = This heading is empty: the code has no name.
diagnostic-code-id-duplicate = The id “{ $id }” already belongs to another code ({ $first }). Give each code its own.
diagnostic-theme-id-duplicate = The theme id “{ $id }” is already taken ({ $first }). Give each theme its own.
diagnostic-code-into-unknown = The code “{ $code }” is replaced by “{ $into }”, which the codebook does not have.
diagnostic-theme-edits-replaced = This file has changed, and what it says of the theme “{ $theme }” replaces what was changed in the study; codes added in the study stay. To keep the other version, undo this import.
diagnostic-code-axis-unknown = The code “{ $code }” weighs on the axis “{ $axis }”, which the study does not declare. Declared axes: { $axes }.
diagnostic-code-weight-unread = The weight “{ $value }” of the code “{ $code }” on the axis “{ $axis }” is not a number. Write for example “{ $axis }=1”.
diagnostic-code-weight-duplicate = The code “{ $code }” gives two weights on the axis “{ $axis }”; the first is kept.
diagnostic-code-definition-missing = The code “{ $code }” has no definition. Add a line “Definition”, then “:” and its text.
diagnostic-code-example-missing = The code “{ $code }” has no example. A quote helps coders to agree.
diagnostic-code-term-unknown = “{ $term }” is not a known entry of the code “{ $code }”; its text is added to the definition. Entries: Definition, Include, Exclude, Example.
diagnostic-code-text-outside = This text belongs to no entry: “{ $text }”. { $code ->
        [none] It is added to the theme’s summary.
       *[other] It is added to the definition of the code “{ $code }”.
    }
