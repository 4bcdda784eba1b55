//! Small sound files: the bundled study's own, real ones cut short, and parts written here.

pub(crate) const DEFINITION: &str = include_str!("../../questionnaire/questionnaire.toml");
pub(crate) const RECORDS: &str = include_str!("../../administrative/administrative.toml");
pub(crate) const PROJECT_TEXT: &str = "Bonjour.\nAlors… j’ai 😀 trois enfants.\nDes papiers, l’angoisse.\n";

pub(crate) const SPEECH: &[&str] = &[
    "**Mme A. :** ",
    "M. B. : ",
    "Q: ",
    "[00:00:05]",
    "00:01:02,500 --> 00:01:04,000",
    "WEBVTT\n\n",
    "<v Anna>",
    "---\n",
    "id: E01\n",
    "# ",
    "(rires)",
    "\n\n",
    "\t",
    "1",
    " :",
    "NOTE ",
    "{\\an8}",
    "<i>",
    "</i>",
    "&amp;",
    "[[",
    "]]",
    "Enquêtrice",
    "S1",
    "00:00:00.000",
    "-->",
];
pub(crate) const RTF: &[&str] = &[
    "{",
    "}",
    "\\",
    "\\par ",
    "\\'e9",
    "\\u233?",
    "\\u-10179?\\u-8704?",
    "\\b ",
    "\\b0 ",
    "\\bin99999 ",
    "\\*",
    "\\fonttbl",
    "{\\rtf1",
    "\\ansicpg1252",
    "\\ansicpg65001",
    "\\uc0 ",
    "\\uc9999999999 ",
    "\\pict ",
    "\\tab ",
    "\\cell ",
    "\\row ",
    "\\deleted ",
    "\\'",
    "\\'zz",
    "{\\*\\generator x;}",
    "\\s1 ",
];
pub(crate) const DOCX: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:ins>",
    "</w:ins>",
    "<w:del>",
    "</w:del>",
    "<w:delText>",
    "<w:tab/>",
    "<w:br/>",
    "<w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "</w:tc>",
    "</w:tr>",
    "</w:tbl>",
    "<w:pPr>",
    "</w:pPr>",
    "<w:pStyle w:val=\"Heading1\"/>",
    "<w:b/>",
    "<w:vanish/>",
    "<w:commentReference w:id=\"0\"/>",
    "<w:sym w:char=\"F0A3\"/>",
    "<w:numPr>",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "<!DOCTYPE a>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml",
    "?>",
    "\"",
    "<",
    ">",
    "w:val=\"0\"",
    "<mc:AlternateContent>",
    "<mc:Fallback>",
    "xml:space=\"preserve\"",
];
pub(crate) const ODT: &[&str] = &[
    "<text:p>",
    "</text:p>",
    "<text:h>",
    "</text:h>",
    "<text:span>",
    "</text:span>",
    "<text:s text:c=\"99999999999\"/>",
    "<text:s text:c=\"3\"/>",
    "<text:tab/>",
    "<text:line-break/>",
    "<text:list>",
    "</text:list>",
    "<text:list-item>",
    "<office:annotation>",
    "</office:annotation>",
    "<text:tracked-changes>",
    "<text:change text:change-id=\"c1\"/>",
    "<text:note>",
    "</text:note>",
    "<table:table>",
    "<table:table-row>",
    "<table:table-cell>",
    "&lt;",
    "&#xD800;",
    "<!DOCTYPE a>",
    "<![CDATA[",
    "]]>",
    "<",
    ">",
    "\"",
    "text:style-name=\"P1\"",
];
pub(crate) const ZIP: &[&str] = &[
    "PK\u{1}\u{2}",
    "PK\u{3}\u{4}",
    "PK\u{5}\u{6}",
    "PK\u{6}\u{6}",
    "../",
    "/",
    "\\",
    "C:",
    "a.txt",
    "\u{1}",
    "\0\0\0\0",
];
pub(crate) const QDA: &[&str] = &[
    "<Project>",
    "</Project>",
    "<Users>",
    "<User guid=\"\" name=\"\"/>",
    "<CodeBook>",
    "<Codes>",
    "<Code>",
    "</Code>",
    "</Codes>",
    "</CodeBook>",
    "<Sources>",
    "<TextSource>",
    "</TextSource>",
    "<PlainTextSelection startPosition=\"0\" endPosition=\"1\">",
    "</PlainTextSelection>",
    "<Coding>",
    "</Coding>",
    "<CodeRef targetGUID=\"\"/>",
    "<Notes>",
    "<Note>",
    "</Note>",
    "</Notes>",
    "<Sets>",
    "<Set>",
    "<MemberCode guid=\"\"/>",
    "<Links>",
    "<Cases>",
    "<Case>",
    "<Variable>",
    "<VariableValue>",
    "<IntegerValue>",
    "startPosition=\"-1\"",
    "endPosition=\"4294967296\"",
    "guid=\"{}\"",
    "guid=\"11111111-1111-1111-1111-111111111111\"",
    "color=\"#ff0000\"",
    "isCodable=\"maybe\"",
    "internal://",
    "relative://",
    "../",
    "<PlainTextContent>",
    "</PlainTextContent>",
    "&amp;",
    "&#0;",
    "<!DOCTYPE a>",
    "<![CDATA[",
    "]]>",
    "<",
    ">",
    "\"",
    "xmlns=\"\"",
    "xmlns=\"urn:QDA-XML:project:1.0\"",
];
pub(crate) const TABLE: &[&str] = &[
    "\t",
    ";",
    ",",
    "|",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "coder",
    "code",
    "exact",
    "prefix",
    "id",
    "dossier",
    "offre",
    "99",
    "{\"",
    "\"}",
    "2023-02-30",
    "31/12/9999",
    "1e3",
    "−1",
    "1,5",
];
pub(crate) const THEME: &[&str] = &[
    "---\n",
    "theme: x\n",
    "# ",
    "## ",
    "####### ",
    " { #code }",
    " { #code effect=-1 }",
    "{ #",
    "}",
    "complexity=NaN",
    "=",
    "\n: ",
    "Définition\n",
    "Inclure\n",
    "Exemple\n",
    "Renommé",
    "```",
    "> ",
    "- ",
    "<div>",
    "&amp;",
    "[a](b)",
    "\n\n",
];
pub(crate) const TOML: &[&str] = &[
    "[[",
    "]]",
    "[",
    "]",
    "{",
    "}",
    "=",
    "\"",
    "'",
    "\"\"\"",
    ".",
    ",",
    "#",
    "\n",
    "true",
    "nan",
    "inf",
    "-inf",
    "0x7fffffffffffffff",
    "1979-05-27",
    "[axes]",
    "[[axes]]",
    "id = ",
    "column = ",
    "values.",
    "title = { fr = \"\" }",
    "profiles = 0",
    "draws = -1",
    "draws = 99999999999",
    "threshold = 3",
    "low = 9\nhigh = 1",
];
pub(crate) const QUERY: &[&str] = &[
    "\"",
    "(",
    ")",
    " OR ",
    " -",
    "*",
    "~",
    "~99999999999",
    "code:",
    "role:",
    "event:",
    "/",
    ":",
    "^",
    "\\",
    "+",
    "[",
    " TO ",
    "l’",
    "{",
    "&&",
    "!",
];

pub(crate) const PDF: &[&str] = &[
    "obj",
    "endobj",
    "stream\n",
    "\nendstream",
    "xref",
    "trailer",
    "startxref",
    "%%EOF",
    "<<",
    ">>",
    "/Length 99999999999",
    "/Filter /FlateDecode",
    "/Filter [/ASCIIHexDecode /ASCII85Decode /LZWDecode]",
    "/Kids [2 0 R]",
    "/Count -1",
    "1 0 R",
    "4 0 R",
    "/Contents 4 0 R",
    "BT",
    "ET",
    " Tj",
    " Tf",
    " Td",
    " Tm",
    "q ",
    "Q ",
    "/Encrypt 1 0 R",
    "/MediaBox [0 0 1e30 -1]",
    "(\\",
    ")",
    "/XObject",
    "/Type /ObjStm",
];
pub(crate) const HTML: &[&str] = &[
    "<p>",
    "</p>",
    "<a name=\"ts_0_100_S01\">",
    "</a>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<script>",
    "</script>",
    "<style>",
    "<!--",
    "-->",
    "<br>",
    "<b>",
    "&eacute;",
    "&#0;",
    "&#x110000;",
    "<![CDATA[",
    "<svg>",
    "<template>",
    "<",
    ">",
    "=\"",
    "{\"text\": \"",
    "\"}",
    "<div>",
    "<h1>",
];
pub(crate) const CORPUS: &[&str] =
    &["****", " *ent_1", " *", "_", "\n-*theme_a\n", "$", "\n\n", "0001 ", "*"];

pub(crate) const STYLES: &[u8] = br#"<w:styles xmlns:w="u"><w:style w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:styleId="Gras"><w:basedOn w:val="Heading1"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"#;

fn bytes(files: &[&str]) -> Vec<Vec<u8>> {
    files.iter().map(|file| file.as_bytes().to_vec()).collect()
}

/// The beginning of a file, up to the end of a line.
fn beginning(file: &str, longest: usize) -> Vec<u8> {
    let end = file.bytes().enumerate().take(longest).filter(|(_, byte)| *byte == b'\n').last();
    file.as_bytes()[..end.map_or(0, |(at, _)| at + 1)].to_vec()
}

pub(crate) fn texts() -> Vec<Vec<u8>> {
    let utf16: Vec<u8> =
        "\u{feff}Q : Bonjour.\r\nR : Bonjour, merci.\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut files = bytes(&["Q: Qui ?\n\nR: Personne.\n", "ENQUÊTEUR\nOui ?\n\nMME A.\nNon. (silence)\n"]);
    files.push(utf16);
    files.push(include_bytes!("../fixtures/corpora/rhapsodie-D0001.txt")[..1200].to_vec());
    files.push(beginning(include_str!("../fixtures/corpora/rhapsodie-D0004.txt"), 1500));
    files.push(beginning(include_str!("../fixtures/corpora/goodboy.txt"), 1200));
    files
}

pub(crate) fn markdown() -> Vec<Vec<u8>> {
    vec![
        beginning(include_str!("../../transcripts/E01.md"), 2500),
        beginning(include_str!("../fixtures/corpora/q-cubed.md"), 1500),
        beginning(include_str!("../fixtures/corpora/away-from-keyboard-9.md"), 1500),
    ]
}

pub(crate) fn subtitles() -> Vec<Vec<u8>> {
    vec![
        beginning(include_str!("../fixtures/corpora/rhapsodie-D0006.srt"), 900),
        beginning(include_str!("../fixtures/corpora/rhapsodie-D0006.vtt"), 900),
        b"WEBVTT - x\n\nNOTE y\n\n1\n00:01.000 --> 00:02.000 align:start\n<v Anna>Oui <i>bien</i>\n\n00:02.000 --> 00:03.000\n- A: oui\n- B: non\n".to_vec(),
    ]
}

pub(crate) fn rtf() -> Vec<Vec<u8>> {
    bytes(&[
        r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}}{\stylesheet{\s1 heading 1;}}\pard\s1 Pr\'e9sentation\par\pard{\b Mme A. :} Oui, \u8217'a, {\i bon}\tab \u-10179?\u-8704?.\par}",
        r"{\rtf1\mac{\*\generator x;}Q: Bonjour\par R: {\deleted non}Oui{\*\annotation Vu}\par{\pict 0102}\trowd a\cell b\cell\row}",
    ])
}

pub(crate) fn docx() -> Vec<Vec<u8>> {
    bytes(&[
        r#"<?xml version="1.0"?><w:document xmlns:w="u"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Présentation</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Mme A. : </w:t></w:r><w:r><w:t>Oui,</w:t><w:tab/><w:br/></w:r><w:ins w:id="1" w:author="N"><w:r><w:t>bien</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>mal</w:delText></w:r></w:del><w:r><w:commentReference w:id="0"/></w:r></w:p></w:body></w:document>"#,
        r#"<w:document xmlns:w="u"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Q : Qui ?</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>R :</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Moi &amp; toi &#233;</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r></w:p></w:body></w:document>"#,
    ])
}

pub(crate) fn odt() -> Vec<Vec<u8>> {
    bytes(&[
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f"><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>mal</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">Présentation</text:h><text:p><text:span text:style-name="T1">Mme A. :</text:span> Oui<text:s text:c="2"/><text:change text:change-id="c1"/>bien<text:tab/><text:line-break/>oui</text:p><text:list><text:list-item><text:p>Q : Qui ?<office:annotation><text:p>Vu</text:p></office:annotation></text:p></text:list-item></text:list></office:text></office:body></office:document-content>"#,
    ])
}

/// One page, nothing packed, so that a word in the wrong place reaches every part of a reader.
pub(crate) fn pdf() -> Vec<Vec<u8>> {
    let lines = ["(Q : Bonjour.) Tj", "0 -20 Td (R : Alors, trois enfants.) Tj", "0 -20 Td (Q : Oui ?) Tj"];
    let content = format!("BT /F1 12 Tf 72 720 Td {} ET", lines.join(" "));
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let (mut file, mut table) = ("%PDF-1.4\n".to_owned(), "0000000000 65535 f \n".to_owned());
    for (at, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let start = file.len();
    file.push_str(&format!(
        "xref\n0 6\n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ));
    vec![file.into_bytes()]
}

pub(crate) fn html() -> Vec<Vec<u8>> {
    bytes(&[
        "<!DOCTYPE html><html><head><style>p { color: red }</style></head><body><p><a name=\"ts_0_1500_S01\">S01: Bonjour, merci.</a></p><p><a name=\"ts_1500_9000_S02\">S02: Alors&hellip; trois enfants.</a></p></body></html>",
        "<html><body><h1>Entretien</h1><table><tr><td><b>Q :</b></td><td>Qui&nbsp;?</td></tr><tr><td>R :</td><td>Moi<br>et toi &amp; elle</td></tr></table><script>let a = '<p>';</script></body></html>",
        "{\"text\": \"<p><span class=\\\"timestamp\\\" data-timestamp=\\\"1.5\\\">00:01</span> Q : Oui ?</p><p>R : Non.</p>\", \"media\": \"a.mp3\", \"media-time\": 3.2}",
    ])
}

pub(crate) fn corpora() -> Vec<Vec<u8>> {
    bytes(&[
        "**** *ent_E01 *sexe_f\n-*theme_logement\nAlors trois enfants.\n\n**** *ent_E02 *sexe_h\nDes papiers.\n",
    ])
}

pub(crate) fn archives() -> Vec<Vec<u8>> {
    let small: [(&str, &[u8]); 3] =
        [("a.txt", b"Bonjour, bonjour, bonjour"), ("b/c.xml", b"<a/>"), ("vide", b"")];
    let pack = |entries: &[(&str, &[u8])]| {
        propos::exchange::archive::pack(entries.iter().copied()).expect("an archive")
    };
    vec![pack(&small), pack(&small[..1])]
}

pub(crate) fn projects() -> Vec<Vec<u8>> {
    bytes(&[
        r##"<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="NVivo 12"><Users><User guid="11111111-1111-1111-1111-111111111111" name="N"/></Users><CodeBook><Codes><Code guid="22222222-2222-2222-2222-222222222222" name="Aide" isCodable="true" color="#ff0000"><Description>d</Description><Code guid="33333333-3333-3333-3333-333333333333" name="Sous" isCodable="false"/></Code></Codes></CodeBook><Sources><TextSource guid="44444444-4444-4444-4444-444444444444" name="E01"><PlainTextContent>Bonjour. Alors… 😀 trois enfants.</PlainTextContent><PlainTextSelection guid="55555555-5555-5555-5555-555555555555" name="Bonjour" startPosition="0" endPosition="7" creatingUser="11111111-1111-1111-1111-111111111111" creationDateTime="2023-06-01T10:00:00Z"><Coding guid="66666666-6666-6666-6666-666666666666"><CodeRef targetGUID="22222222-2222-2222-2222-222222222222"/></Coding></PlainTextSelection></TextSource></Sources></Project>"##,
        r#"<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="ATLAS.ti"><CodeBook><Codes><Code guid="{22222222-2222-2222-2222-222222222222}" name="A"/></Codes></CodeBook><Variables><Variable guid="77777777-7777-7777-7777-777777777777" name="Âge" typeOfVariable="Integer"/></Variables><Cases><Case guid="88888888-8888-8888-8888-888888888888" name="Mme A."><VariableValue><VariableRef targetGUID="77777777-7777-7777-7777-777777777777"/><IntegerValue>34</IntegerValue></VariableValue><SourceRef targetGUID="44444444-4444-4444-4444-444444444444"/></Case></Cases><Sources><TextSource guid="44444444-4444-4444-4444-444444444444" name="E01" plainTextPath="internal://E01.txt"><PlainTextSelection guid="55555555-5555-5555-5555-555555555555" name="l’angoisse" startPosition="45" endPosition="55"><Coding guid="66666666-6666-6666-6666-666666666666"><CodeRef targetGUID="22222222-2222-2222-2222-222222222222"/></Coding><NoteRef targetGUID="99999999-9999-9999-9999-999999999999"/></PlainTextSelection></TextSource></Sources><Notes><Note guid="99999999-9999-9999-9999-999999999999" name="n"><PlainTextContent>Vu</PlainTextContent></Note></Notes><Sets><Set guid="aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa" name="s"><MemberCode guid="22222222-2222-2222-2222-222222222222"/></Set></Sets></Project>"#,
    ])
}

pub(crate) fn codebooks() -> Vec<Vec<u8>> {
    bytes(&[
        r##"<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x"><Codes><Code guid="22222222-2222-2222-2222-222222222222" name="Aide" isCodable="true" color="#F00"><Description>d</Description><Code guid="33333333-3333-3333-3333-333333333333" name="Sous" isCodable="true"/></Code></Codes><Sets><Set guid="aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa" name="s"><MemberCode guid="22222222-2222-2222-2222-222222222222"/></Set></Sets></CodeBook>"##,
    ])
}

pub(crate) fn codings() -> Vec<Vec<u8>> {
    vec![
        beginning(include_str!("../../codings/E01.tsv"), 900),
        b"document,coder,code,exact\nE01,c1,aide,Bonjour\n".to_vec(),
        b"{\"transcript\":\"E01\",\"coder\":\"c1\",\"code\":\"aide\",\"exact\":\"Bonjour\"}\n".to_vec(),
    ]
}

pub(crate) fn responses() -> Vec<Vec<u8>> {
    vec![beginning(include_str!("../../questionnaire/responses.csv"), 2_000)]
}

pub(crate) fn records() -> Vec<Vec<u8>> {
    vec![beginning(include_str!("../../administrative/interventions.csv"), 800)]
}

pub(crate) fn themes() -> Vec<Vec<u8>> {
    vec![
        beginning(include_str!("../../codebook/1-situation.md"), 1_800),
        beginning(include_str!("../../codebook/3-effets.md"), 1_800),
    ]
}

pub(crate) fn settings() -> Vec<Vec<u8>> {
    bytes(&[include_str!("../../study.toml")])
}

pub(crate) fn definitions() -> Vec<Vec<u8>> {
    bytes(&[DEFINITION])
}

pub(crate) fn queries() -> Vec<Vec<u8>> {
    bytes(&[
        "aide",
        "\"je peux\"~5 OR mot*",
        "honte code:honte -rien",
        "(l’aide OR honta~1) event:séparation",
        "code:dettes role:respondent",
    ])
}

pub(crate) const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
pub(crate) const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#;
pub(crate) const BOOK_PARTS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
pub(crate) const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>coder</t></si><si><t>code</t></si><si><r><t>ex</t></r><r><t>act</t></r></si></sst>"#;
pub(crate) const SHEET: &[&str] = &[
    "<row r=\"3\">",
    "</row>",
    "<c r=\"A3\"",
    "<c r=\"XFD1048576\"><v>1</v></c>",
    "<c><v>1</v></c>",
    "</c>",
    " t=\"s\"",
    " t=\"inlineStr\"",
    " t=\"e\"",
    " t=\"b\"",
    " t=\"d\"",
    " s=\"9\"",
    "<v>",
    "</v>",
    "<v>-1</v>",
    "<v>1e400</v>",
    "<f>",
    "<f t=\"shared\" si=\"0\" ref=\"A1:B2\">",
    "</f>",
    "<is><t>",
    "</t></is>",
    "<dimension ref=\"A1:XFD1048576\"/>",
    "<mergeCells><mergeCell ref=\"A1:XFD1\"/></mergeCells>",
    "</sheetData>",
    "&#0;",
    "<!DOCTYPE a>",
    "]]>",
    "<",
    "\"",
];
pub(crate) const OPEN_SHEET: &[&str] = &[
    "<table:table-row>",
    "</table:table-row>",
    "<table:table-row table:number-rows-repeated=\"1048576\">",
    "<table:table-cell>",
    "</table:table-cell>",
    "<table:covered-table-cell/>",
    " table:number-columns-repeated=\"16384\"",
    " table:number-columns-repeated=\"-1\"",
    " office:value-type=\"string\"",
    " office:value-type=\"date\"",
    " office:date-value=\"2023-02-30\"",
    " office:time-value=\"PT1H\"",
    " office:value=\"1e400\"",
    "<text:p>",
    "</text:p>",
    "<text:s text:c=\"99999\"/>",
    "<text:s/>",
    "<office:annotation>",
    "</office:annotation>",
    "<table:table table:name=\"T\">",
    "</table:table>",
    "<table:named-expressions>",
    "&amp;",
    "<!DOCTYPE a>",
    "<",
    "\"",
];
pub(crate) const OLD_BOOK: &[&str] = &[
    "\0\u{2}\u{e}\0\0\0\0\0\u{1}\0\0\0",
    "\u{3}\u{2}\u{e}\0",
    "\u{9}\u{8}\u{8}\0\0\u{6}\u{10}\0",
    "\u{a}\0\0\0",
    "\u{3c}\0\u{4}\0",
    "\0\0\0\0",
    "W\0o\0r\0k\0",
];
pub(crate) const DATABASE: &[&str] = &[
    "CREATE TABLE",
    "CREATE VIEW documents AS SELECT 1",
    "documents",
    "source",
    "INTEGER PRIMARY KEY",
    "WITHOUT ROWID",
    "\0\0",
    "\u{d}\0\0\0\u{1}",
    "\u{5}\0\0\0\u{1}",
    "<p>",
    "SQLite format 3",
];

pub(crate) fn sheets() -> Vec<Vec<u8>> {
    bytes(&[
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C3"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>c1</t></is></c><c r="B2" t="str"><f>"a"</f><v>aide</v></c><c r="C2"><v>1.5</v></c></row><row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3"><v>45000</v></c></row></sheetData></worksheet>"#,
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="inlineStr"><is><t>Titre</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>id</t></is></c><c r="C3" t="inlineStr"><is><t>Bien</t></is></c></row><row r="4"><c r="A4"><v>1</v></c><c r="B4"><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells></worksheet>"#,
    ])
}

pub(crate) fn open_sheets() -> Vec<Vec<u8>> {
    bytes(&[
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell office:value-type="string"><text:p>coder</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>code<text:s text:c="2"/>a</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1.5"/><table:table-cell office:value-type="date" office:date-value="2023-06-01"/></table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#,
    ])
}

pub(crate) fn old_books() -> Vec<Vec<u8>> {
    vec![include_bytes!("../fixtures/workbooks/enquete.xls").to_vec()]
}

/// Small pages, so that a project is a few of them.
pub(crate) fn databases() -> Vec<Vec<u8>> {
    let taguette = "CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT, description TEXT); CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, description TEXT, project_id INTEGER, contents TEXT, filename TEXT); CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path TEXT, description TEXT); CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT); CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER); INSERT INTO projects VALUES (1, 'p', ''); INSERT INTO documents VALUES (1, 'E01', '', 1, '<p>Bonjour &amp; merci 😀.</p>', 'E01'); INSERT INTO tags VALUES (1, 1, 'aide', ''); INSERT INTO highlights VALUES (1, 1, 0, 7, 'Bonjour'); INSERT INTO highlight_tags VALUES (1, 1);";
    let qualcoder = "CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT, fulltext TEXT, mediapath TEXT, memo TEXT, owner TEXT, date TEXT); CREATE TABLE code_cat (catid INTEGER PRIMARY KEY, name TEXT, owner TEXT, date TEXT, memo TEXT, supercatid INTEGER); CREATE TABLE code_name (cid INTEGER PRIMARY KEY, name TEXT, memo TEXT, catid INTEGER, owner TEXT, date TEXT, color TEXT); CREATE TABLE code_text (ctid INTEGER PRIMARY KEY, cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER, pos1 INTEGER, owner TEXT, date TEXT, memo TEXT); INSERT INTO source VALUES (1, 'E01', 'Bonjour, merci.', NULL, '', 'n', ''); INSERT INTO code_cat VALUES (1, 'c', 'n', '', '', NULL); INSERT INTO code_name VALUES (1, 'aide', '', 1, 'n', '', '#ff0000'); INSERT INTO code_text VALUES (1, 1, 1, 'Bonjour', 0, 7, 'n', '', '');";
    [taguette, qualcoder].map(database).to_vec()
}

fn database(statements: &str) -> Vec<u8> {
    use sqlx::Connection;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("seed.sqlite3");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let options =
            sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true).page_size(512);
        let mut connection = sqlx::SqliteConnection::connect_with(&options).await.expect("a database");
        let statements = sqlx::AssertSqlSafe(statements.to_owned());
        sqlx::raw_sql(statements).execute(&mut connection).await.expect("tables");
        connection.close().await.expect("closed");
    });
    std::fs::read(path).expect("a database")
}
