//! `propos serve`: opens the study in the browser.

use crate::app::Context;
use crate::cli::error::CommandError;
use crate::cli::ui::Ui;
use crate::web::{Options, Server};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Opens the browser too.
    #[arg(long)]
    open: bool,
    /// Port on this machine; 0: any that is free.
    #[arg(long, default_value_t = 7180)]
    port: u16,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let options = Options { port: args.port, language: ui.catalog.language() };
    let server = Server::bind(context.acting_as(context.coder.clone()), &options).await?;
    ui.say("serve-at", &[("address", server.address.as_str().into())])?;
    ui.say("serve-stop", &[])?;
    ui.flush()?;
    if args.open && open::that_detached(&server.address).is_err() {
        ui.note(&ui.catalog.plain("serve-no-browser"));
    }
    server.run(stop()).await.map_err(CommandError::output)
}

/// Waits for Ctrl-C, or for the system to ask for an end.
async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let mut end = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).ok();
        let end = async {
            match &mut end {
                Some(end) => end.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! { _ = interrupt => {}, _ = end => {} }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}
