//! The look of links and tables; `{ink}` and the like are colours, `{table}` and the like names.

/// The styles of links and tables.
pub(super) const TABLES: &str = "\
<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:uiPriority w:val=\"99\"/>\
<w:rPr><w:color w:val=\"{link}\"/></w:rPr></w:style>\
<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
<w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>\
<w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"ReportTable\"><w:name w:val=\"{table}\"/>\
<w:basedOn w:val=\"TableNormal\"/><w:qFormat/><w:tblPr><w:tblBorders>\
<w:top w:val=\"single\" w:sz=\"10\" w:space=\"0\" w:color=\"{ink}\"/>\
<w:bottom w:val=\"single\" w:sz=\"10\" w:space=\"0\" w:color=\"{ink}\"/>\
<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{line}\"/></w:tblBorders></w:tblPr>\
<w:tblStylePr w:type=\"firstRow\"><w:tblPr/><w:tcPr><w:tcBorders>\
<w:bottom w:val=\"single\" w:sz=\"10\" w:space=\"0\" w:color=\"{ink}\"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>\
<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"ReportCounts\"><w:name w:val=\"{counts}\"/>\
<w:basedOn w:val=\"TableNormal\"/><w:qFormat/><w:tblPr><w:tblBorders>\
<w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"{line}\"/>\
<w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"{line}\"/></w:tblBorders></w:tblPr></w:style>\
<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"ReportBox\"><w:name w:val=\"{box}\"/>\
<w:basedOn w:val=\"TableNormal\"/><w:qFormat/><w:tblPr><w:tblCellMar>\
<w:top w:w=\"120\" w:type=\"dxa\"/><w:left w:w=\"220\" w:type=\"dxa\"/><w:bottom w:w=\"120\" w:type=\"dxa\"/>\
<w:right w:w=\"220\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";
