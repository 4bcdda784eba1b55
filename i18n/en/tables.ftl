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
       *[table] a table
    }.
diagnostic-settings-missing-key = The key “{ $name }” is missing in “{ $section }”: add it.
diagnostic-settings-empty = The value of “{ $name }” is empty: write it.
diagnostic-settings-range = The value { $value } of “{ $name }” is not between { $least } and { $most }.
diagnostic-settings-choice = “{ $value }” is not a value of “{ $name }”. Possible values: { $allowed }.
diagnostic-settings-duplicate = “{ $value }” is declared twice: give the second another id.
diagnostic-settings-folder = “{ $value }” is not a folder of the study: write a relative path, with /, without “..”.
diagnostic-settings-two-axes = Two axes are needed to place the cases, there are { $count }: declare them with [[axes]].
diagnostic-settings-same-axis = Both axes of the plane are “{ $value }”: choose two that differ.
diagnostic-settings-profile-twice = This profile is described twice: join the two.
diagnostic-settings-bands = The bounds of “{ $name }” must be whole numbers in rising order.
diagnostic-settings-indicator-source = The indicator “{ $value }” must have one source only: checklist, item or scale.
