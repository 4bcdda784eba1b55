# Settings, texts and tables: what the readers of files have to say.

diagnostic-text-empty = The file is empty: check that it was saved or copied whole.
diagnostic-text-binary = This is not a text file (byte { $byte }): save it as text (UTF-8) from the program that made it.
diagnostic-text-broken = The text is cut or badly encoded here (encoding { $encoding }): save it again as UTF-8.
diagnostic-text-long-line = This line is longer than { $limit } MiB: no person wrote it. Check the file.
diagnostic-text-guessed-encoding = The file is not UTF-8; it was read as { $encoding }. If accents are wrong, save it as UTF-8.

diagnostic-settings-syntax = The settings file cannot be read here ({ $detail }): a quote, a bracket or an = sign is missing or too many.
diagnostic-settings-too-large = The settings file has { $bytes } bytes: it is probably not the right file.
diagnostic-settings-unknown-key = There is no key “{ $name }” in “{ $section }”.{ $nearest ->
        [empty] {""}
       *[other] {" "}Did you mean “{ $nearest }”?
    }
diagnostic-settings-wrong-type = The value of “{ $name }” must be { $expected ->
        [text] a text in quotes
        [integer] a whole number
        [number] a number
        [boolean] true or false
        [texts] a list of texts in brackets
        [numbers] a list of numbers in brackets
        [tables] a series of [[…]] tables
        [day] a day, as 2023-06-30
       *[table] a table
    }.
diagnostic-settings-missing-key = The key “{ $name }” is missing in “{ $section }”: add it.
diagnostic-settings-empty = The value of “{ $name }” is empty: write it.
diagnostic-settings-range = The value { $value } of “{ $name }” is not between { $least } and { $most }.
diagnostic-settings-choice = “{ $value }” is not a value of “{ $name }”. Possible values: { $allowed }.
diagnostic-settings-duplicate = “{ $value }” is declared twice: give the second another id.
diagnostic-settings-checklist-item = “{ $value }” is not an item of the checklist “{ $checklist }”: write its number, from 1 to { $most }.
diagnostic-settings-folder = “{ $value }” is not a folder of the study: write a relative path, with /, without “..”.
diagnostic-settings-two-axes = Two axes are needed to place the cases, there are { $count }: declare them with [[axes]].
diagnostic-settings-same-axis = Both axes of the plane are “{ $value }”: choose two that differ.
diagnostic-settings-profile-twice = This profile is described twice: join the two.
diagnostic-settings-bands = The bounds of “{ $name }” must be whole numbers in rising order.
diagnostic-settings-indicator-source = The indicator “{ $value }” must have one source only: checklist, item or scale.

diagnostic-settings-text-number = In “{ $name }”, “{ $text }” stands for “{ $value }”, which is not a number.
diagnostic-settings-text-range = “{ $text }” stands for { $value }, outside the range { $least } to { $most } of this scale.
diagnostic-settings-missing-and-not-asked = “{ $value }” cannot say both that there is no answer (missing) and that the question was not asked (not_asked): keep one of them.
diagnostic-settings-item-range = Write range = [least, most], the least first.
diagnostic-settings-key-items = The key “{ $value }” needs { $expected } items, in their order; there are { $count }.
diagnostic-settings-score-bands = The lower bounds of the score’s bands must rise: { $value } comes too late.
diagnostic-settings-unknown-name = “{ $value }” is declared nowhere.{ $nearest ->
        [empty] {""}
       *[other] {" "}Did you mean “{ $nearest }”?
    }
diagnostic-settings-period = The last day of the period comes before the first.

diagnostic-table-duplicate-column = Two columns are called “{ $column }”: rename one.
diagnostic-table-missing-column = The column “{ $column }”, declared in the settings file, is missing.{ $nearest ->
        [empty] {""}
       *[other] {" "}Is it “{ $nearest }”?
    }
diagnostic-table-open-quote = A quote opens in this row and never closes: double it or close it.
diagnostic-table-fields = Row { $row } has { $fields } fields, the header has { $columns }: a delimiter is missing or too many. The row is not read.
diagnostic-table-unreadable = The table cannot be read: { $detail }.
diagnostic-table-not-a-day = Row { $row }, column “{ $column }”: “{ $value }” is not a date in the declared form.
diagnostic-table-not-a-number = Row { $row }, column “{ $column }”: “{ $value }” is not a number.
diagnostic-table-more-faults = { $count } more faults of this file are not listed.

diagnostic-questionnaire-no-id = Row { $row }: without an id in “{ $column }”, the answer is not kept.
diagnostic-questionnaire-duplicate-id = Row { $row }: “{ $id }” already answered on line { $first } of the file. The first answer is kept.
diagnostic-questionnaire-out-of-range = Row { $row }, column “{ $column }”: { $value } is not between { $least } and { $most }. Correct it, or declare a code for no answer (missing).
diagnostic-questionnaire-not-asked = Row { $row }, column “{ $column }”: “{ $value }” answers a question that “{ $filter }” says was not asked. The answer is kept: check it, or the filter (filters).
diagnostic-questionnaire-unknown-answer = Row { $row }, column “{ $column }”: “{ $value }” is not a declared answer.{ $nearest ->
        [empty] {""}
       *[other] {" "}Is it “{ $nearest }”?
    }

diagnostic-casework-no-family = Row { $row }: without a family number in “{ $column }”, it is not counted.
diagnostic-casework-unknown-value = Row { $row }, column “{ $column }”: “{ $value }” is not declared in administrative.toml.{ $nearest ->
        [empty] {""}
       *[other] {" "}Is it “{ $nearest }”?
    }
