use std::io::Write;

use super::*;
use crate::domain::transcript::Written;

const HEAD: &str = r#"<w:document xmlns:w="w" xmlns:mc="m"><w:body>"#;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("an entry");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

fn docx(body: &str) -> (String, Vec<String>) {
    let document = format!("{HEAD}{body}</w:body></w:document>");
    let comments = r#"<w:comments xmlns:w="w"><w:comment w:author="Nadia"><w:p><w:r><w:t>à revoir</w:t></w:r></w:p></w:comment></w:comments>"#;
    let styles = r#"<w:styles xmlns:w="w">
        <w:style w:styleId="T1"><w:name w:val="heading 2"/></w:style>
        <w:style w:styleId="T2"><w:name w:val="Mon titre"/><w:basedOn w:val="T1"/></w:style>
        <w:style w:styleId="Loc"><w:name w:val="Locuteur"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"#;
    let parts = [
        ("word/document.xml", document.as_str()),
        ("word/styles.xml", styles),
        ("word/comments.xml", comments),
    ];
    told(read_docx("e.docx", &zipped(&parts)))
}

fn told(read: Result<(Written, Vec<Diagnostic>), Diagnostic>) -> (String, Vec<String>) {
    match read {
        Ok((written, told)) => {
            (written.text().trim_end().to_owned(), told.iter().map(ToString::to_string).collect())
        }
        Err(fault) => (String::new(), vec![fault.to_string()]),
    }
}

#[test]
fn a_docx_reads_as_its_page_does_once_changes_are_accepted() {
    let (text, told) = docx(
        r#"<w:p><w:pPr><w:pStyle w:val="T2"/><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>Le logement</w:t></w:r></w:p>
        <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Mme A. :</w:t></w:r><w:r><w:t xml:space="preserve"> J’ai </w:t></w:r>
        <w:del><w:r><w:delText>rien</w:delText></w:r></w:del><w:ins><w:r><w:t>tout</w:t></w:r></w:ins>
        <w:r><w:t xml:space="preserve"> dit</w:t><w:tab/><w:t>là</w:t><w:br/><w:t>ou presque</w:t></w:r>
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"#,
    );
    assert_eq!(text, "Le logement\n\nMme A. : J’ai tout dit\tlà\nou presque");
    assert_eq!(told[0], "e.docx: note: document-tracked-changes inserted=\"1\" deleted=\"1\"");
    assert_eq!(told[1], "e.docx: warning: document-comment author=\"Nadia\" words=\"à revoir\"");
    assert_eq!(told[2], "e.docx: note: document-hidden count=\"1\"");
}

#[test]
fn text_boxes_are_read_once_and_tables_are_turns() {
    let (text, _) = docx(
        r#"<w:p><w:r><w:t>avant</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>boîte</w:t></w:r></w:p></w:txbxContent></mc:Choice>
        <mc:Fallback><w:pict><w:p><w:r><w:t>boîte</w:t></w:r></w:p></w:pict></mc:Fallback></mc:AlternateContent><w:t>après</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>0:21</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Mme A.</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Oui.</w:t></w:r></w:p><w:p><w:r><w:t>Non.</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#,
    );
    assert_eq!(text, "avantaprès\n\nboîte\n\n0:21 Mme A. : Oui.\n\nNon.\n\n1\n\n2");
}

/// A table of Word, its cells set apart by `|`.
fn table(rows: &[&str]) -> String {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |row: &&str| format!("<w:tr>{}</w:tr>", row.split('|').map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// What is told of a table but the comment of every docx here.
fn remarks(told: Vec<String>) -> Vec<String> {
    told.into_iter().filter(|told| !told.contains("à revoir")).collect()
}

#[test]
fn the_head_of_a_table_says_which_column_is_whose() {
    let (text, told) = docx(&table(&[
        "N°|Temps|Locuteur·rice|Verbatim|Remarques",
        "1|00:02|Enquêtrice|Quand ?|",
        "2|[00:16]|Nadia :|En 1998.|à creuser",
        "3|||Avec ma mère.|",
        "N°|Temps|Locuteur·rice|Verbatim|Remarques",
        "4|01:10|||pause",
        "|||Fin.|",
    ]));
    assert_eq!(
        text,
        "[00:02] Enquêtrice : Quand ?\n\n[00:16] Nadia : En 1998.\n\nAvec ma mère.\n\n01:10\n\nFin."
    );
    let remark = |words: &str| format!("e.docx: warning: document-comment author=\"none\" words=\"{words}\"");
    assert_eq!(remarks(told), [remark("à creuser"), remark("pause")]);
    let (text, told) = docx(&table(&["Verbatim|Thèmes", "Nadia : oui.|école", "Elle : non.|"]));
    assert_eq!((text.as_str(), remarks(told)), ("Nadia : oui.\n\nElle : non.", vec![remark("école")]));
    let (text, _) = docx(&table(&["Question|Réponse", "Quand ?|En 1998.", "Et ?|Voilà."]));
    assert_eq!(text, "Question : Quand ?\n\nRéponse : En 1998.\n\nQuestion : Et ?\n\nRéponse : Voilà.");
}

#[test]
fn without_a_head_numbers_of_rows_and_remarks_are_told_by_what_they_are() {
    let (text, told) = docx(&table(&[
        "1|Enquêtrice|Quand donc êtes-vous arrivée ?|",
        "2|Nadia|En 1998, avec ma mère et mes sœurs.|à creuser",
        "3|Enquêtrice|Et ensuite, qu’avez-vous fait ?|",
    ]));
    let turns = "Enquêtrice : Quand donc êtes-vous arrivée ?\n\nNadia : En 1998, avec ma mère et mes sœurs.\n\nEnquêtrice : Et ensuite, qu’avez-vous fait ?";
    assert_eq!(text, turns);
    assert_eq!(remarks(told).len(), 1);
    // Speech in two columns, one for each voice, is speech.
    let rows = [
        "Oui, et puis nous sommes partis tous les trois.|",
        "|Où ?",
        "À Lille, en train, avec le chat.|",
        "Et voilà.|",
        "Rien d’autre.|",
    ];
    let (text, told) = docx(&table(&rows));
    assert!(text.contains("Où ?") && remarks(told).is_empty(), "{text}");
}

#[test]
fn tables_of_each_program_are_read_alike() {
    let expected = "[0:05] Enquêtrice : Quand ?\n\n[0:09] Nadia : En 1998.\n\nfin";
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let row = |words: [&str; 3]| format!("<table:table-row>{}</table:table-row>", words.map(cell).concat());
    let rows =
        [["Time", "Speaker", "Text"], ["0:05", "Enquêtrice", "Quand ?"], ["0:09", "Nadia", "En 1998."]];
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>
        <table:table><table:table-header-rows>{}</table:table-header-rows>{}{}</table:table><text:p>fin</text:p>
        </office:text></office:body></office:document-content>"#,
        row(rows[0]),
        row(rows[1]),
        row(rows[2])
    );
    assert_eq!(told(read_odt("e.odt", &zipped(&[("content.xml", &content)]))).0, expected);
    let row = |words: [&str; 3]| {
        let words = words.map(|words| words.replace('ê', "\\'ea"));
        format!("\\trowd\\pard\\intbl {}\\cell {}\\cell {}\\cell\\row", words[0], words[1], words[2])
    };
    let rtf = format!("{{\\rtf1\\ansi {}\\pard fin\\par}}", rows.map(row).concat());
    assert_eq!(told(read_rtf("e.rtf", rtf.as_bytes())).0, expected);
}

#[test]
fn what_is_no_docx_is_told() {
    let broken = zipped(&[("word/document.xml", "<w:document><w:body>")]);
    assert!(told(read_docx("e.docx", &broken)).1[0].contains("xml-unread reason=\"broken\""));
    let bomb = zipped(&[("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]);
    assert!(told(read_docx("e.docx", &bomb)).1[0].contains("reason=\"document-type\""));
    let deep = zipped(&[("word/document.xml", &"<a>".repeat(100_000))]);
    assert!(told(read_docx("e.docx", &deep)).1[0].contains("reason=\"deep\""));
    let whole = zipped(&[("word/document.xml", "<a/>")]);
    for cut in [&whole[..whole.len() - 30], &b"PK\x03\x04"[..], &b""[..], &b"GIF"[..]] {
        assert!(told(read_docx("e.docx", cut)).1[0].contains("archive-unread"), "{cut:?}");
    }
    assert!(told(read_docx("e.docx", &zipped(&[("a", "b")]))).1[0].contains("reason=\"missing\""));
}

#[test]
fn an_odt_reads_as_its_page_does() {
    let content = r#"<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:dc="d">
        <office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
        <office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>ancien</text:p></text:deletion></text:changed-region></text:tracked-changes>
        <text:h text:outline-level="2">Le logement</text:h>
        <text:p><text:span text:style-name="T1">Mme A. :</text:span> un
          mot<text:s text:c="2"/>puis<office:annotation><dc:creator>Nadia</dc:creator><dc:date>2026</dc:date><text:p>à revoir</text:p></office:annotation><text:line-break/>deux<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>en bas</text:p></text:note-body></text:note></text:p>
        </office:text></office:body></office:document-content>"#;
    let (text, told) = told(read_odt("e.odt", &zipped(&[("content.xml", content)])));
    assert_eq!(text, "Le logement\n\nMme A. : un mot  puis\ndeux");
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].contains("deleted=\"1\""));
    assert!(told[1].contains("author=\"Nadia\" words=\"à revoir\""));
    assert!(told[2].contains("document-footnote words=\"en bas\""));
}

#[test]
fn what_a_picture_of_an_odt_tells_is_not_what_was_said() {
    let content = r#"<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:svg="s">
        <office:body><office:text><text:p>avant <text:title>Le titre</text:title> <draw:frame><draw:image/><svg:title>Photo</svg:title><svg:desc>Une rue</svg:desc></draw:frame>après</text:p>
        </office:text></office:body></office:document-content>"#;
    let (text, told) = told(read_odt("e.odt", &zipped(&[("content.xml", content)])));
    assert_eq!(text, "avant Le titre après");
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn an_rtf_reads_as_its_page_does() {
    let rtf = br"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}}{\*\generator x;}
{\pard {\b Enqu\u234?trice :} \'e0 l\'92\'e9t\'e9 \uc2\u8364 EU\uc1\u-10179?\u-8704?\par}
{\pard {\f1 \'9a} {\v cach\'e9}{\deleted non}\line{\*\inconnu rien}oui{\footnote en bas}{\*\atnauthor Nadia}{\*\annotation revoir}\par}
\trowd\pard\intbl Mme A.\cell Oui.\cell\row\pard fin\par}";
    let (text, told) = told(read_rtf("e.rtf", rtf));
    assert_eq!(text, "Enquêtrice : à l’été €😀\n\nš \noui\n\nMme A. : Oui.\n\nfin");
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(read_rtf("e.rtf", b"{\\rtf1 a").unwrap_err().to_string().contains("cut"));
    assert!(read_rtf("e.rtf", &[&b"{\\rtf1"[..], &b"{".repeat(100_000)].concat()).is_err());
}

proptest::proptest! {
    #[test]
    fn any_rtf_is_read_or_refused(body in "[\\\\{}a-f0-9u'*;\\- \n]{0,200}") {
        let _read = read_rtf("e.rtf", format!("{{\\rtf1{body}").as_bytes());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        let _docx = read_docx("e.docx", &bytes);
        let _odt = read_odt("e.odt", &bytes);
    }
}
