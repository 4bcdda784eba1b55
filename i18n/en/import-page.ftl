# Words of the page “Import”, and of the change of roles.

bring-title = Import interviews
bring-about = Choose files; the page shows what is understood of them. Nothing is written before “Import”.
bring-choose = Choose files
bring-drop = or drop them here: Word, LibreOffice, PDF, text, subtitles, web page, Markdown
bring-chosen = Chosen files
bring-lying = Already in the study’s folder
bring-lying-about = These files lie in the folder of transcripts, and the study has not yet read them as they are.
bring-changed = changed since it was imported
bring-leave = Do not import
bring-kind = { $format ->
    [markdown] Markdown
    [text] Text
    [subtitle] Subtitles
    [docx] Word
    [odt] LibreOffice
    [rtf] RTF
    [pdf] PDF
    [html] Web page
    [otr] oTranscribe
    [doc] Word before 2007
   *[other] { $format }
}{ $encoding ->
    [none] {""}
   *[other] {", "}encoding { $encoding }
}
bring-facts = Interview “{ $id }”{ $parts ->
    [0] {""}
    [one] , one part
   *[other] , { $parts } parts
}{ $times ->
    [0] , without times
    [one] , one time ({ $first })
   *[other] , { $times } times, from { $first } to { $last }
}{ $unlabelled ->
    [0] {""}
    [one] , one passage without a speaker
   *[other] , { $unlabelled } passages without a speaker
}
bring-speakers = Who speaks
bring-speaker = Label
bring-role = Role
bring-turns = Turns
bring-words = Words
bring-asks = asks
bring-answers = answers
bring-swap = Exchange the roles
bring-same = “{ $label }” is “{ $other }”
bring-first = First turns
bring-refused = This file cannot be imported
bring-held = This file holds direct identifiers: replace them in the file, then choose it again
bring-permit = Import it all the same: these identifiers stay in the study, and the log notes it
bring-doubts = Worth knowing, and checking
bring-line = (line { $line })
bring-count = { $count ->
    [0] Nothing to import.
    [one] One interview ready.
   *[other] { $count } interviews ready.
}
bring-do = Import
bring-do-count = { $count ->
    [one] Import this interview
   *[other] Import these { $count } interviews
}
bring-done = Imported
bring-imported = { $count ->
    [0] All was in the study already.
    [one] One interview imported.
   *[other] { $count } interviews imported.
}
bring-link = Import

roles-open = Roles
roles-about = Who asks, who answers. Codings stay on their words.
roles-done = Roles changed
