//! How the cells of a workbook look, and its pages on paper.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline, Worksheet};

pub(super) struct Styles {
    pub title: Format,
    pub strong: Format,
    pub quiet: Format,
    pub quiet_wrapped: Format,
    pub wrapped: Format,
    pub link: Format,
    pub head: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        let head = Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
        let quiet = Format::new().set_italic().set_font_color(Color::RGB(0x0059_5959));
        Self {
            title: Format::new().set_bold().set_font_size(13),
            strong: Format::new().set_bold(),
            quiet_wrapped: quiet.clone().set_text_wrap().set_align(FormatAlign::Top),
            quiet,
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            link: Format::new()
                .set_font_color(Color::RGB(0x001B_5E8A))
                .set_underline(FormatUnderline::Single)
                .set_align(FormatAlign::Top),
            head: head.set_align(FormatAlign::Top),
        }
    }
}

/// Sets a sheet for paper: one page wide; `pages` high, as many as it takes where that is 0.
pub(super) fn on_paper(page: &mut Worksheet, pages: u16) {
    page.set_landscape();
    page.set_paper_size(9);
    page.set_print_fit_to_pages(1, pages);
    page.set_footer("&L&A&R&P / &N");
}
