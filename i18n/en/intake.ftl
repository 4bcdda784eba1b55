# What comes into a study: direct identifiers, workbooks, exports of surveys, projects.

hint-identifiers = Nothing was imported. Remove or replace these identifiers in the files (a study number, a pseudonym), then run it again. If they must come in all the same: propos import --allow-identifiers; the log will say so.
import-identifiers = Direct identifiers of persons imported as you asked: { $count }. The log notes it.
help-import-allow_identifiers = Imports files that hold direct identifiers too (NIR, telephone, e-mail or postal address, recipient number, IBAN); the log notes it
help-import-sheet = Sheet of a workbook to read; none: the first that holds a table

diagnostic-identifier-text = { $kind ->
    [nir] Social security number (NIR)
    [iban] Bank account number (IBAN)
    [email] E-mail address
    [phone] Telephone number
    [address] Postal address
   *[recipient] Recipient number
 } “{ $masked }”{ $turn ->
    [0] {""}
   *[other] {" "}(turn { $turn })
 }.
diagnostic-identifier-cell = Row { $row }, column “{ $column }”: { $kind ->
    [nir] social security number (NIR)
    [iban] bank account number (IBAN)
    [email] e-mail address
    [phone] telephone number
    [address] postal address
   *[recipient] recipient number
 } “{ $masked }”.
diagnostic-identifier-column = Column “{ $column }”: it holds { $kind ->
    [nir] social security numbers (NIR)
    [phone] telephone numbers
   *[recipient] recipient numbers (seven digits)
 }, from row { $row } on (“{ $masked }”); cells concerned: { $count }. Replace them by a study number, or remove the column.
diagnostic-identifier-memo = Memo (“{ $name }”): { $kind ->
    [nir] social security number (NIR)
    [iban] bank account number (IBAN)
    [email] e-mail address
    [phone] telephone number
    [address] postal address
   *[recipient] recipient number
 } “{ $masked }”.
diagnostic-identifier-source = Document “{ $name }”, line { $line }: { $kind ->
    [nir] social security number (NIR)
    [iban] bank account number (IBAN)
    [email] e-mail address
    [phone] telephone number
    [address] postal address
   *[recipient] recipient number
 } “{ $masked }”.
diagnostic-identifier-attribute = Characteristic “{ $name }”: { $kind ->
    [nir] social security number (NIR)
    [iban] bank account number (IBAN)
    [email] e-mail address
    [phone] telephone number
    [address] postal address
   *[recipient] recipient number
 } “{ $masked }”.
diagnostic-identifier-more = { $count } more identifiers of this file are not listed.

diagnostic-workbook-none = This file is no workbook (xlsx, xls, ods): open it in the spreadsheet program and save it again.
diagnostic-workbook-locked = This workbook has a password. Open it, remove the password, save it, then run it again.
diagnostic-workbook-cut = This workbook is not whole: the copy was cut off. Copy it again.
diagnostic-workbook-large = This workbook is too large to be read (“{ $part }”; limit: { $limit } MiB). Save the sheet as csv.
diagnostic-workbook-spread = This workbook reaches far beyond what it holds (sheet “{ $sheet }”): remove rows and columns that are empty or repeated without end, or save the sheet as csv.
diagnostic-workbook-doctype = This workbook declares a document type (part “{ $part }”), which no spreadsheet program writes. Open it in the spreadsheet program and save it again.
diagnostic-workbook-deep = The elements of this workbook are nested without end (part “{ $part }”). Open it in the spreadsheet program and save it again.
diagnostic-workbook-outside = This workbook holds a part whose name leads outside of it (“{ $part }”). Open it in the spreadsheet program and save it again.
diagnostic-workbook-unreadable = This workbook cannot be read: { $detail }. Open it in the spreadsheet program and save it again, or save the sheet as csv.
diagnostic-workbook-empty = No sheet of this workbook holds a table.
diagnostic-workbook-no-sheet = This workbook has no sheet “{ $sheet }”. Its sheets: { $sheets }.
diagnostic-workbook-cell = The cell holds an error of the spreadsheet ({ $value }): mend the formula, or empty the cell.

diagnostic-database-none = This file is no database of Taguette or QualCoder, or it is not whole. Export the project as QDPX, or copy the file again.
diagnostic-database-open = Another program has this project open (a -wal file lies beside it). Close it, then run it again.
diagnostic-database-unreadable = This database cannot be read: { $detail }. Copy the file again, or export the project as QDPX.
diagnostic-database-no-table = This database is not as its program writes it: “{ $table }” is no table there. Export the project as QDPX from the program.
diagnostic-database-large = This database holds more than the texts of a project (table “{ $table }”; limit: { $limit } MiB). Export the project as QDPX, or remove the oversized documents.
diagnostic-database-unknown = This database is neither Taguette’s nor QualCoder’s{ $tables ->
    [empty] {""}
   *[other] {" "}(tables known: { $tables })
 }. Export the project as QDPX.
diagnostic-database-lost = { $kind ->
    [image] Codings of pictures, not taken
    [recording] Codings of recordings, not taken
    [graph] Graphs, not taken
    [media] Sources without text (pictures, recordings), not taken
    [important] Marks “important”, not taken (the codings are)
    [case-part] Parts of texts given to a case, not taken
   *[case] Cases without a text, not taken
 }: { $count }.
diagnostic-taguette-projects = This database holds { $count } projects ({ $names }): all are taken; tags of one name become one.
diagnostic-taguette-outside = “{ $name }”: { $count ->
    [one] one highlight lies outside the text and is not taken.
   *[other] { $count } highlights lie outside the text and are not taken.
 }
diagnostic-taguette-moved = “{ $name }”: { $count ->
    [one] one highlight does not have, at its place, the words that Taguette kept: read it again.
   *[other] { $count } highlights do not have, at their place, the words that Taguette kept: read them again.
 }
diagnostic-qualcoder-moved = “{ $name }”: { $count ->
    [one] one coding does not have, at its place, the words that QualCoder kept: read it again.
   *[other] { $count } codings do not have, at their place, the words that QualCoder kept: read them again.
 }
diagnostic-iramuteq-no-text = Text stands before the first starred line (**** *variable_value).
diagnostic-iramuteq-variable = “{ $word }” is no starred variable (*name_value) and is not taken.
diagnostic-iramuteq-empty = “{ $name }” holds no word and is not taken.

help-import-questionnaire = Makes of an export of a survey (LimeSurvey, SurveyMonkey, Sphinx; csv or workbook) the study’s questionnaire: writes questionnaire.toml and responses.csv, to be read before the import
survey-recognised = Export recognised: { $program }; answers kept: { $respondents }{ $incomplete ->
    [0] {""}
   *[other] , incomplete ones put apart: { $incomplete }
 }.
survey-questions = Questions: { $items } in numbers or ordered answers, { $boxes } boxes to tick, { $groups } that group people, { $others } kept without being declared (own words, numbers).
survey-written = Written: { $files }. It is a proposal: read questionnaire.toml, correct it, then run propos import.
diagnostic-survey-found = This is an export of a survey ({ $program }), not a table of codings. To make it the study’s questionnaire: propos import --questionnaire "{ $path }".
diagnostic-survey-exists = This file exists: the study has a questionnaire already. Move it to propose another one.
diagnostic-survey-unknown = This export is recognised neither as LimeSurvey’s, nor as SurveyMonkey’s, nor as Sphinx’. Write questionnaire.toml yourself: docs/STUDY.md says how.

diagnostic-statistics-file = Files of Stata and SAS, and .por files of SPSS, are not read. In the program, save the data as csv or xlsx, with labels rather than codes (SPSS: File, Save as, “Save value labels”), then run it again with that file.
diagnostic-spss-not-built = This propos was built without the reading of SPSS. Build it with it (cargo install --path . --features sav), or save the data as csv or xlsx in SPSS (File, Save as, “Save value labels”), then run it again with that file.
diagnostic-spss-unreadable = This SPSS file cannot be read ({ $detail }): it is damaged or incomplete. Save it again from SPSS, or as csv.
diagnostic-spss-empty = This SPSS file holds no answer.
diagnostic-spss-odd = This SPSS file contradicts itself: { $detail }. What could be read was read; check the number of answers.
diagnostic-spss-missing = { $variable }: { $count ->
    [one] one value declared missing is
   *[other] { $count } values declared missing are
 } read as no answer ({ $values }).
