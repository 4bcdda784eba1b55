//! What a study says, as documents: the report as PDF, some of its sections, checklists.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use crate::study::Study;

/// The text of a page as it is read on paper: without drawings, styles, and what opens on a screen.
fn read(page: &str) -> String {
    let mut text = String::new();
    let mut hidden = Vec::new();
    for piece in page.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.split([' ', '\n']).next().unwrap_or("");
        let is_hidden = matches!(name, "svg" | "style" | "title")
            || (name == "details" && !tag.contains("printed"))
            || (name == "p" && tag.contains("class=\"hint\""));
        if is_hidden || (hidden.last() == Some(&name.to_owned())) {
            hidden.push(name.to_owned());
        } else if let Some(closed) = name.strip_prefix('/')
            && hidden.last().is_some_and(|one| one == closed)
        {
            hidden.pop();
        }
        if hidden.is_empty() {
            text.push(' ');
            text.push_str(after);
        }
    }
    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
}

/// Words with how often each stands there; a word cut at a hyphen is two.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    counts
}

fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let opening = format!(" {attribute}=\"");
    page.split(opening.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Every link leads to something that is there, and no reference is half written.
fn holds_together(page: &str) {
    let ids = values(page, "id");
    for link in values(page, "href") {
        let target = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leaves the page"));
        assert!(ids.contains(&target), "{link} leads nowhere");
    }
    for fault in ["()", "[fig:", "[tab:", "checklist-", "{$", "\u{E000}"] {
        let text = read(page);
        assert!(!text.contains(fault), "{fault}: {text}");
    }
}

fn chapters(page: &str) -> Vec<String> {
    let heads = page.split("<h2").skip(1).filter_map(|rest| rest.split("</h2>").next());
    heads.map(|head| read(&format!("<h2{head}")).trim().replace("  ", " ")).collect()
}

#[test]
fn sections_are_chosen_and_everything_follows() {
    let study = Study::imported();
    study.run(["export", "--html", "part.html", "--sections", "limits,profiles", "--xlsx"]).succeeds();
    let page = study.read("part.html");
    assert_eq!(chapters(&page), ["1 Quatre profils", "2 Limites"]);
    assert!(page.contains("édition interne – extrait, 2 parties sur 8"));
    assert!(page.contains("<i>Figure 1</i>") && !page.contains("id=\"fig-scores\""));
    holds_together(&page);
    let whole = study.run(["export", "--html", "whole.html"]).succeeds();
    assert!(whole.out.contains("whole.html"));
    let whole = study.read("whole.html");
    assert_eq!(chapters(&whole).len(), 8);
    holds_together(&whole);
    let mut book =
        zip::ZipArchive::new(std::fs::File::open(study.path("output/tables.xlsx")).unwrap()).unwrap();
    let mut sheets = String::new();
    book.by_name("xl/workbook.xml").unwrap().read_to_string(&mut sheets).unwrap();
    let sheets = sheets.replace('\u{a0}', " ");
    assert!(sheets.contains("Figure 1\"") && !sheets.contains("Figure 9\""), "{sheets}");
}

#[test]
fn the_settings_choose_sections_and_the_command_has_the_last_word() {
    let study = Study::imported();
    study.replace("study.toml", "threshold = 5", "threshold = 5\nsections = [\"essentials\"]");
    study.run(["build"]).succeeds();
    assert_eq!(chapters(&study.read("output/report.html")), ["1 L’essentiel"]);
    holds_together(&study.read("output/report.html"));
    study.run(["build", "--sections", "activity,limits"]).succeeds();
    assert_eq!(chapters(&study.read("output/report.html")), ["1 Indicateurs d’activité", "2 Limites"]);
}

#[test]
fn a_wrong_section_is_told_with_all_that_there_are() {
    let study = Study::imported();
    let ran = study.run(["export", "--html", "--sections", "profile"]).fails(2);
    for name in
        ["essentials", "material", "interviews", "profiles", "questionnaire", "activity", "limits", "annexes"]
    {
        assert!(ran.told.contains(name), "{name}: {}", ran.told);
    }
    assert!(!study.path("output/report.html").exists());
    study.replace("study.toml", "threshold = 5", "threshold = 5\nsections = [\"profile\"]");
    study.run(["build"]).fails(1).tells("essentials, material");
}

#[test]
fn a_checklist_tells_the_figures_of_the_study_and_leaves_the_rest_open() {
    let study = Study::imported();
    let outcome = study.json(["export", "--checklist", "coreq"]);
    let count = |name: &str| outcome["items"][name].as_u64().unwrap();
    assert_eq!(count("known") + count("answered") + count("open"), 32);
    assert_eq!(count("answered"), 0);
    let page = study.read("output/coreq.html");
    holds_together(&page);
    let text = read(&page).replace(['\u{202f}', '\u{a0}'], " ");

    let saturation = study.json(["saturation"]);
    let steps = saturation["steps"].as_array().unwrap();
    let last = steps.iter().rposition(|step| step["new"].as_u64() > Some(0)).unwrap();
    let met = steps.last().unwrap()["met"].as_u64().unwrap();
    assert!(
        text.contains(&format!("Des 29 codes du livre, {met} sont rencontrés, le dernier au {}ᵉ", last + 1))
    );
    assert!(text.contains(&format!("les {} suivants n’en apportent aucun", steps.len() - last - 1)));

    let codings = study.json(["codings"]);
    let by = |coder: &str| {
        let passages = codings["passages"].as_array().unwrap();
        passages.iter().filter(|one| one["coder"] == coder).count()
    };
    let thousands = |n: usize| if n < 1000 { n.to_string() } else { format!("{} {:03}", n / 1000, n % 1000) };
    for coder in ["c1", "c2"] {
        assert!(text.contains(&format!("{} codages sur 12 entretiens", thousands(by(coder)))), "{coder}");
    }
    let build = study.json(["build"]);
    let words = usize::try_from(build["words"].as_u64().unwrap()).unwrap();
    assert!(text.contains(&format!("12 entretiens, {} mots", thousands(words))));
    // Nothing is known of the team: the study does not say.
    for item in [2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 28] {
        assert!(text.contains(&format!("à compléter (clé {item})")), "{item}");
    }
    assert!(text.contains("Tong A., Sainsbury P., Craig J."));

    let outcome = study.json(["export", "--checklist", "srqr", "--html", "srqr.html", "--lang", "en"]);
    assert_eq!(
        ["known", "answered", "open"]
            .map(|name| outcome["items"][name].as_u64().unwrap())
            .iter()
            .sum::<u64>(),
        21
    );
    let page = study.read("srqr.html");
    holds_together(&page);
    assert!(page.contains("lang=\"en\"") && page.contains("O’Brien B. C."));
}

#[test]
fn the_answers_of_the_team_survive_a_build_and_an_export() {
    let study = Study::imported();
    let settings = study.read("study.toml");
    let answer = "Deux sociologues <de l’équipe> [sic]";
    study.write("study.toml", format!("{settings}\n[checklists.coreq]\n3 = \"{answer}\"\n21 = \" \"\n"));
    study.run(["build"]).succeeds();
    let outcome = study.json(["export", "--checklist", "coreq"]);
    assert_eq!(outcome["items"]["answered"], 1);
    let page = study.read("output/coreq.html");
    assert!(page.contains("Deux sociologues &lt;de l’équipe&gt; [sic]"));
    assert!(!page.contains("(clé\u{a0}3)") && !page.contains("(clé 3)"));
    study.run(["export", "--folder", "copy"]).succeeds();
    let copy = study.enter("copy");
    copy.run(["build"]).succeeds();
    assert_eq!(copy.json(["export", "--checklist", "coreq"])["items"]["answered"], 1);
    copy.replace("study.toml", "3 = \"Deux", "33 = \"Deux");
    copy.run(["build"]).fails(1).tells("33");
}

/// What a program of the system says of a file.
fn said(program: &str, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(program)
        .args(arguments)
        .arg(file)
        .args((program == "pdftotext").then_some("-"))
        .output();
    let output =
        output.unwrap_or_else(|_| panic!("no {program} here: run `bash tests/run.sh`, which installs it"));
    assert!(output.status.success(), "{program}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// A PDF holds every word of a page as often as the page.
fn says_the_same(text: &str, page: &str) {
    let printed = words(text);
    // A word with a hyphen that ends a line is read without it.
    let joined: String = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    for (word, count) in words(&read(page)) {
        let found = printed.get(&word).copied().unwrap_or(0);
        let found = if found < count { joined.matches(&word).count() } else { found };
        assert!(found >= count, "{word}: {found} times on paper, {count} in the page");
    }
}

#[test]
fn the_report_is_printed_tagged_with_its_outline_and_says_the_same() {
    let study = Study::imported();
    study.run(["export", "--pdf", "--html", "--browser"]).succeeds();
    let file = study.path("output/report.pdf");
    let info = said("pdfinfo", &[], &file);
    let fact = |name: &str| {
        info.lines()
            .find_map(|line| line.strip_prefix(name))
            .map(|value| value.trim_start_matches(':').trim().to_owned())
    };
    assert_eq!(fact("Tagged").as_deref(), Some("yes"), "{info}");
    assert_eq!(
        fact("Title").as_deref(),
        Some("Effets de l’intervention sociale\u{a0}: quatre profils d’allocataires")
    );
    assert_eq!(fact("Creator").as_deref(), Some("propos"));
    assert!(fact("Pages").unwrap().parse::<usize>().unwrap() > 10);
    for untold in ["Author", "CreationDate", "ModDate"] {
        assert_eq!(fact(untold), None);
    }
    // Nothing outside the objects is compressed: names and outline are read as they are.
    let bytes = std::fs::read(&file).unwrap();
    let raw = String::from_utf8_lossy(&bytes);
    assert!(raw.contains("/Lang (fr)") && raw.contains("/Outlines") && raw.contains("/DisplayDocTitle true"));
    assert!(raw.contains("(4 Quatre profils)"), "the outline names the chapters");
    assert!(!raw.contains("file://") && !raw.contains(&study.folder().display().to_string()));
    let names = raw.split("/Dest /").skip(1).map(|rest| rest.split(['\n', '>', ' ']).next().unwrap());
    let places = raw.matches("/XYZ").count();
    assert!(places > 20);
    let mut links = 0;
    for name in names {
        assert!(raw.contains(&format!("/{name} [")), "{name} is no place of the document");
        links += 1;
    }
    assert!(links > 20);
    let text = said("pdftotext", &["-enc", "UTF-8"], &file);
    says_the_same(&text, &study.read("output/report.html"));
    study.run(["export", "--pdf", "again.pdf", "--browser"]).succeeds();
    assert!(std::fs::read(study.path("again.pdf")).unwrap() == bytes, "the same bytes twice");
    let hidden: Vec<_> =
        std::fs::read_dir(study.path(".propos")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!hidden.iter().any(|name| name.to_string_lossy().starts_with("print")), "{hidden:?}");
}

#[test]
fn a_machine_without_a_program_that_prints_is_told_what_to_install() {
    let study = Study::imported();
    study.write("output/report.pdf", "older");
    let told = |arguments: &[&str]| {
        let output = study.command(arguments).env("PATH", "").output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{told}");
        told
    };
    #[cfg(not(feature = "pdf"))]
    let nothing = told(&["export", "--pdf", "--html", "page.html"]);
    #[cfg(not(feature = "pdf"))]
    for word in ["apt install chromium", "apt install libreoffice-writer", "--browser", "--office"] {
        assert!(nothing.contains(word), "{nothing}");
    }
    let no_browser = told(&["export", "--pdf", "--html", "page.html", "--browser"]);
    assert!(no_browser.contains("apt install chromium") && !no_browser.contains("apt install lib"));
    let no_office = told(&["export", "--pdf", "--html", "page.html", "--office"]);
    assert!(no_office.contains("apt install libreoffice-writer") && !no_office.contains("chromium"));
    assert_eq!(study.read("output/report.pdf"), "older");
    assert!(!study.path("page.html").exists(), "all of it or nothing");
    for option in ["--browser", "--office"] {
        study.run(["export", "--pdf", option, "no-such-program"]).fails(1).tells("no-such-program");
        // A program that does not print.
        study.run(["export", "--pdf", option, "false"]).fails(1).tells("false");
    }
    assert_eq!(study.read("output/report.pdf"), "older");
    study.run(["export", "--pdf", "--browser", "--office"]).fails(2);
}

/// Finds a program of this machine.
#[cfg(all(unix, not(feature = "pdf")))]
fn found(program: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

#[cfg(all(unix, not(feature = "pdf")))]
#[test]
fn where_there_is_no_browser_an_office_suite_prints() {
    let Some(office) = found("soffice") else {
        eprintln!("skipped: no soffice on this machine, its conversion was not tried");
        return;
    };
    let study = Study::imported();
    // A machine with an office suite, what its script calls, and no browser.
    let programs = tempfile::tempdir().unwrap();
    let called = ["dirname", "basename", "ls", "sed", "grep", "uname"];
    let called = called.iter().filter_map(|name| Some((*name, found(name)?)));
    for (name, file) in called.chain([("soffice", office)]) {
        std::os::unix::fs::symlink(file, programs.path().join(name)).unwrap();
    }
    let mut export = study.command(["export", "--pdf", "--json"]);
    let output = export.env("PATH", programs.path()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["files"][0]["printer"], "soffice");
    let file = study.path("output/report.pdf");
    let info = said("pdfinfo", &[], &file);
    let fact = |name: &str| info.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
    assert_eq!(fact("Tagged:"), Some("yes"), "{info}");
    assert_eq!(fact("Title:"), Some("Effets de l’intervention sociale\u{a0}: quatre profils d’allocataires"));
    for untold in ["Author", "CreationDate", "ModDate"] {
        assert_eq!(fact(untold), None, "{info}");
    }
    let bytes = std::fs::read(&file).unwrap();
    let raw = String::from_utf8_lossy(&bytes);
    assert!(raw.contains("/Outlines") && raw.contains("/Lang(fr-FR)"), "outline and language");
    assert!(raw.contains("pdfuaid:part"), "it declares PDF/UA");
    let printed = words(&said("pdftotext", &["-enc", "UTF-8"], &file));
    for word in ["Effets", "allocataires", "P1", "P4"] {
        assert!(printed.contains_key(word), "{word}");
    }
    study.run(["export", "--pdf", "again.pdf", "--office"]).succeeds();
    assert!(std::fs::read(study.path("again.pdf")).unwrap() == bytes, "the same bytes twice");
    let hidden: Vec<_> =
        std::fs::read_dir(study.path(".propos")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!hidden.iter().any(|name| name.to_string_lossy().starts_with("print")), "{hidden:?}");
}

#[cfg(feature = "pdf")]
#[test]
fn the_report_and_the_checklists_are_typeset_without_any_other_program() {
    let study = Study::imported();
    for (language, title) in [("fr", "l’intervention"), ("en", "intervention")] {
        for (checklist, name) in [(None, "report"), (Some("coreq"), "coreq"), (Some("srqr"), "srqr")] {
            let mut arguments = vec!["export", "--pdf", "--html", "--json", "--lang", language];
            arguments.extend(checklist.into_iter().flat_map(|name| ["--checklist", name]));
            let output = study.command(&arguments).env("PATH", "").output().unwrap();
            assert!(output.status.success(), "{output:?}");
            let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            let form = |name: &str| told["files"].as_array().unwrap().iter().find(|one| one["form"] == name);
            assert!(form("pdf").unwrap().get("printer").is_none(), "{told}");
            let file = study.path(&format!("output/{name}.pdf"));
            let info = said("pdfinfo", &[], &file);
            let fact = |name: &str| info.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
            assert_eq!(fact("Tagged:"), Some("yes"), "{info}");
            assert_eq!(fact("Creator:"), Some("propos"));
            assert!(checklist.is_some() || fact("Title:").unwrap().contains(title), "{info}");
            for untold in ["Author", "CreationDate", "ModDate"] {
                assert_eq!(fact(untold), None);
            }
            let told = said("pdfinfo", &["-meta"], &file);
            assert!(told.contains("<pdfuaid:part>1</pdfuaid:part>"), "{told}");
            assert!(told.contains(&format!("<rdf:li>{language}</rdf:li>")), "{told}");
            let text = said("pdftotext", &["-enc", "UTF-8"], &file);
            says_the_same(&text, &study.read(&format!("output/{name}.html")));
            let bytes = std::fs::read(&file).unwrap();
            study.run(&arguments).succeeds();
            assert!(std::fs::read(&file).unwrap() == bytes, "the same bytes twice");
        }
    }
}
