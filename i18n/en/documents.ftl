# What the reading of a document (Word, LibreOffice, RTF, subtitles) finds wrong or leaves aside.

diagnostic-archive-unread = { $reason ->
    [password] This file is protected with a password. Open it in its program, take the password off and save it again.
    [truncated] This file is cut off: its end is missing. Copy or download it again.
    [not-archive] This file is not the document that its name says. Open it in its program and save it again.
    [missing] This is no document that propos can read: it lacks “{ $entry }”.
    [bomb] This file is refused: “{ $entry }” grows more than two hundred times when unpacked.
    [large] This file is refused: “{ $entry }” is larger than allowed.
    [entries] This file is refused: it holds too many entries.
    [unsafe-name] This file is refused: one of its entries, “{ $entry }”, leads outside the archive.
   *[other] This file is damaged{ $entry ->
        [none] {""}
       *[other] {" "}(“{ $entry }”)
    }. Open it in its program and save it again.
}
diagnostic-xml-unread = { $reason ->
    [document-type] This file is refused: “{ $part }” declares a document type, through which it could ask for other files.
    [deep] This file is refused: “{ $part }” nests too many elements in one another (byte { $byte }).
   *[other] This file is damaged: “{ $part }” cannot be read beyond byte { $byte }. Open it in its program and save it again.
}
diagnostic-rtf-unread = { $reason ->
    [cut] This RTF file is cut off: its end is missing (byte { $byte }).
    [deep] This RTF file is refused: it nests too many groups in one another (byte { $byte }).
   *[other] This file is no RTF.
}
diagnostic-document-unread = { $ending ->
    [gdoc] This file is only a link to Google Docs: nothing of it is read. There, choose File, Download, Microsoft Word (.docx), and put that document in its place.
    [pages] This document of Pages is not read. In Pages, choose File, Export To, Word (.docx), and put that document in its place.
   *[other] This document (.{ $ending }) is not read. Open it in its program and save it as .docx or .odt, beside it or in its place.
}
diagnostic-document-old-or-locked = This file is in the format of Word before 2007, or protected with a password. Open it in its program and save it as .docx or .odt, without a password.
diagnostic-pdf-unread = { $reason ->
    [password] This PDF asks for a password. Open it in your reader and print it to a new PDF, without a password.
    [large] This PDF is larger than 128 MB: it probably holds pictures. Give the file it was made from (.docx, .odt, .txt).
    [too-much] This PDF unpacks beyond measure, or has more than { $limit } pages; it is refused.
   *[damaged] This PDF is damaged, or is none. Open it in your reader and save it again, or give the file it was made from (.docx, .odt, .txt).
}
diagnostic-pdf-no-text = This PDF holds no text: { $pages ->
    [one] its page is a picture
   *[other] its { $pages } pages are pictures
}. Recognise its characters first, or give the file it was made from.
diagnostic-pdf-no-letters = The fonts of this PDF do not say which letters they draw: its text would not be readable. Give the file it was made from (.docx, .odt, .txt).
diagnostic-pdf-picture-page = Page { $page } is a picture, without text: nothing is taken from it.
diagnostic-pdf-repeated = { $count ->
    [one] One line repeated from page to page (running title or number) is left out
   *[other] { $count } lines repeated from page to page (running titles, numbers) are left out
}, among them “{ $words }”.
diagnostic-pdf-line-numbers = { $count ->
    [one] One line number in the margin is left out.
   *[other] { $count } line numbers in the margin are left out.
}
diagnostic-pdf-turned = Page { $page }: { $count ->
    [one] one letter that does not run across the page is left out.
   *[other] { $count } letters that do not run across the page (watermark, margin) are left out.
}
diagnostic-pdf-nameless = { $count ->
    [one] One sign whose letter the PDF does not name is left out.
   *[other] { $count } signs whose letter the PDF does not name are left out.
}
diagnostic-document-tracked-changes = This document tracks its changes: { $inserted ->
    [one] one inserted passage is taken
   *[other] { $inserted } inserted passages are taken
}, { $deleted ->
    [one] one deleted passage is left out
   *[other] { $deleted } deleted passages are left out
}.
diagnostic-document-comment = A comment{ $author ->
    [none] {""}
   *[other] {" "}by { $author }
} is not taken into the text: “{ $words }”. If it matters, make it a memo.
diagnostic-document-more-comments = { $count ->
    [one] One more comment is not taken either.
   *[other] { $count } more comments are not taken either.
}
diagnostic-document-footnote = A note is not taken into the text: “{ $words }”.
diagnostic-document-hidden = { $count ->
    [one] One hidden passage is left out.
   *[other] { $count } hidden passages are left out.
}
diagnostic-document-objects = { $count ->
    [one] One picture is left out.
   *[other] { $count } pictures are left out.
}
diagnostic-subtitle-no-cue = No subtitle is found in this file: it needs lines such as “00:01:05,000 --> 00:01:09,500”.
diagnostic-subtitle-nobody = This file does not say who speaks: all is said by “{ $label }”, cut at silences. Correct the speakers in the interview, turn by turn.
diagnostic-subtitle-rolling = These captions roll: { $count } of them repeat the words of the one before. Each word is taken once.
diagnostic-subtitle-time-restarts = The time steps back here: the file probably joins two recordings.

preview-file = { $path }: { $format ->
    [markdown] Markdown
    [text] text
    [subtitle] subtitles
    [docx] Word
    [odt] LibreOffice
    [rtf] RTF
    [pdf] PDF
    [html] web page
    [otr] oTranscribe
   *[other] { $format }
}{ $encoding ->
    [none] {""}
   *[other] {", "}encoding { $encoding }
}
preview-speaker = Speaker
preview-role = Role
preview-turns = Turns
preview-words = Words
preview-interviewer = interviews
preview-respondent = answers
preview-rest = {"  "}Interview “{ $id }”, { $parts ->
    [0] without headings
    [one] one heading
   *[other] { $parts } headings
}, { $times ->
    [0] without times
    [one] one time ({ $first })
   *[other] { $times } times, from { $first } to { $last }
}{ $unlabelled ->
    [0] {""}
    [one] {", "}one turn without a speaker
   *[other] {", "}{ $unlabelled } turns without a speaker
}.
preview-nothing-written = { $files ->
    [0] No interview among these files.
    [one] Nothing is written: without --preview, this interview is imported.
   *[other] Nothing is written: without --preview, these { $files } interviews are imported.
}
preview-stopped = Nothing is written. { $faulty ->
    [one] One file is in error, and the import would stop: it takes all or nothing. Correct this file, or take it out
   *[other] { $faulty } files are in error, and the import would stop: it takes all or nothing. Correct these files, or take them out
} of the folder{ $files ->
    [0] .
    [one] ; without --preview, the other interview is then imported.
   *[other] ; without --preview, the { $files } other interviews are then imported.
}
diagnostic-html-deep = This page puts more than 2,000 elements inside each other: it is no transcript, and is refused.
diagnostic-html-no-words = This page shows no words. If a script writes its text, open it in a browser, copy the text and save it as .txt or .docx.
diagnostic-otr-unread = This file of oTranscribe is incomplete or damaged. Export it again (Export, then “oTranscribe file (.otr)”), or save it as text.
diagnostic-upload-name = This cannot be the name of a file of the study. Rename the file (no slash, colon or quotation mark, no dot at its start) and choose it again.
diagnostic-upload-kind = This is no file of an interview. The study reads: { $kinds }.
diagnostic-upload-exists = The folder “{ $folder }” holds another file of this name already. Rename yours and choose it again: nothing is replaced.
