# Projects and codebooks of other programs: what is mended, kept or lost.

export-project-done = Project written to { $file }: { $transcripts } { $transcripts ->
    [one] interview
   *[other] interviews
 }, { $codes } { $codes ->
    [one] code
   *[other] codes
 }, { $codings } { $codings ->
    [one] coding
   *[other] codings
 }.
export-codebook-done = Codebook written to { $file }: { $codes } { $codes ->
    [one] code
   *[other] codes
 }.

diagnostic-exchange-loss = { $what ->
    [codings] { $name }: { $count ->
        [one] one coding without a place or a code is not written.
       *[other] { $count } codings without a place or a code are not written.
    }
    [codings-inside] { $name } (PDF or recording) goes back as it came; { $count ->
        [one] one coding made since is not written.
       *[other] { $count } codings made since are not written.
    }
    [formatted] { $name } has changed since it came: its formatted form is not written, its text is.
    [entry] The file “{ $name }”, which came from another program, could not be written.
    [kept] { $count ->
        [one] One element that came from another program has an identifier that is taken: it is not written.
       *[other] { $count } elements that came from other programs have identifiers that are taken: they are not written.
    }
    [decisions] Other programs do not read decisions ({ $count }): they are not written.
    [rounds] Other programs do not read rounds of coding ({ $count }): they are not written.
    [queries] Other programs do not read saved queries ({ $count }): they are not written.
    [unplaced] { $count ->
        [one] One coding still waits for its place: it is not written.
       *[other] { $count } codings still wait for their place: they are not written.
    }
    [questionnaire] This format has no place for the questionnaire: it is not written.
    [administrative] This format has no place for the administrative records: they are not written.
    [weights] Weights on axes ({ $count ->
        [one] one code
       *[other] { $count } codes
    }) are read by propos only.
    [code-memos] { $count ->
        [one] A memo on a code has no place in a codebook: it is not written.
       *[other] { $count } memos on codes have no place in a codebook: they are not written.
    }
   *[other] “{ $name }” ({ $what }) is not written.
 }

diagnostic-archive-unreadable = { $reason ->
    [not-archive] This file is no archive: export it again from the program it comes from.
    [truncated] This archive is cut off: copy or download all of it again.
    [damaged] This archive is damaged: copy or download it again.
    [password] This file is protected with a password: save it without protection, then try again.
    [entries] This archive holds more than a hundred thousand files: it is no project.
    [unsafe-name] This archive holds a name that leads outside of it (“{ $entry }”): it is refused.
    [missing] The file “{ $entry }” is missing in the archive.
    [large] “{ $entry }” is too large to be read.
    [bomb] “{ $entry }” grows out of all measure when unpacked: the archive is refused.
    [damaged-entry] “{ $entry }” is damaged in the archive: export it again.
    [method] “{ $entry }” is packed in an unknown way: pack the archive again, with “deflate”.
   *[other] This archive does not read ({ $reason }).
 }
diagnostic-xml-broken = This XML file cannot be read any further ({ $detail }): export it again from the program it comes from.
diagnostic-xml-cut-off = This XML file stops before its end: it was cut off. Export it again.
diagnostic-xml-empty = This XML file is empty.
diagnostic-xml-too-deep = Elements are nested more than { $limit } deep: this is no project.
diagnostic-xml-doctype = This file declares a document type (DOCTYPE), which no project does: it is refused.
diagnostic-xml-entity = The entity “{ $entity }” is not defined: export the file again.

diagnostic-qdpx-no-qde = This archive holds no project (project.qde): choose a QDPX export.
diagnostic-qdpx-several-qde = This archive holds { $count } projects: keep one of them.
diagnostic-qdpx-other-name = The project in the archive is called “{ $name }”, not project.qde; it is read all the same.
diagnostic-qdpx-no-project = The first element is “{ $element }”, not Project: this is no REFI-QDA project.
diagnostic-qdc-no-codebook = The first element is “{ $element }”, not CodeBook: this is no REFI-QDA codebook.
diagnostic-qdpx-namespace = The namespace “{ $namespace }” is not that of the standard; the file is read all the same.
diagnostic-qdpx-duplicate-guid = { $count ->
    [one] One identifier is given twice (“{ $guid }”); both elements are read.
   *[other] { $count } identifiers are given several times (the first: “{ $guid }”); all elements are read.
 }
diagnostic-qdpx-element-lost = The element “{ $element }” is not known and is not kept.
diagnostic-qdpx-entry-lost = “{ $entry }” is larger than { $limit } MB: this file is not kept in the study.
diagnostic-qdpx-source-kept = “{ $name }” ({ $kind }) is no text: it is kept as it is and goes out again in a QDPX export.
diagnostic-qdpx-case-kept = The case “{ $name }” has no text: it is kept as it is and goes out again in a QDPX export.
diagnostic-qdpx-text-missing = The text of “{ $name }” is missing in the file: its codings are not read. Export the project with its documents.
diagnostic-qdpx-colour-unread = The colour “{ $value }” does not read; the code stays without one.
diagnostic-qdpx-code-deep = The code “{ $code }” is too deep for a codebook file: an export as a folder will put it beside the one that holds it.
diagnostic-qdpx-definition-kept = The file defines “{ $code }” otherwise; the definition of the study is kept.
diagnostic-qdpx-name-taken = Another interview is called “{ $name }” already; this one becomes “{ $id }”.
diagnostic-qdpx-convention-found = The positions of “{ $name }” are counted so: { $convention }. Its passages say so.
diagnostic-qdpx-convention-assumed = Too few passages say how the positions of “{ $name }” are counted: check some of them.
diagnostic-qdpx-selection-outside = This passage ({ $start } to { $end }) goes beyond the text: it is cut at its end.
diagnostic-qdpx-selection-unread = The passage “{ $name }” has no positions that read: it is not read.
diagnostic-qdpx-selection-bare = { $count ->
    [one] “{ $name }”: one passage has neither code nor comment; it is not kept.
   *[other] “{ $name }”: { $count } passages have neither code nor comment; they are not kept.
 }
diagnostic-qdpx-dangling = This coding refers to a code that is not in the file (“{ $guid }”); it waits for its place.
diagnostic-qdpx-unknown-coder = { $count ->
    [one] One coding does not say who made it; it is given to “{ $coder }”.
   *[other] { $count } codings do not say who made them; they are given to “{ $coder }”.
 }
diagnostic-qdpx-note-empty = The note “{ $name }” has no text that reads; it is kept as it is and goes out again in a QDPX export.
diagnostic-qdpx-comment-moved = A comment stands on a heading or a label: it becomes a memo of the interview.
diagnostic-transcript-without-words = A text of this file holds no word; it is not read.
