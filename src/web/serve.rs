//! Binding, holding the study, and serving until told to stop.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;

use super::events;
use super::router::router;
use super::state::AppState;
use crate::app::{AppError, Context};
use crate::text::Language;

/// How the workbench is served.
#[derive(Clone, Debug)]
pub struct Options {
    /// Port on the loopback address; 0: any that is free.
    pub port: u16,
    /// Language of pages for a browser that chose none.
    pub language: Language,
}

/// A server that listens but does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    state: Arc<AppState>,
    /// The address to open, with the token of the session.
    pub address: String,
}

impl Server {
    /// Takes hold of the study and listens.
    ///
    /// # Errors
    /// Another `serve` holds the study, or the port is taken.
    pub async fn bind(context: Context, options: &Options) -> Result<Self, AppError> {
        let local = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let lock = context.hold()?;
        let secrets = lock.secrets(context.clock)?;
        let listener = TcpListener::bind(local)
            .await
            .map_err(|error| AppError::Port { port: options.port, reason: error.to_string() })?;
        let port = listener.local_addr().map_or(options.port, |address| address.port());
        let state = AppState::new(context, options.language, port, secrets);
        let address = format!("http://127.0.0.1:{port}/?token={}", state.token);
        lock.tell(&address)?;
        let state = Arc::new(state.holding(lock));
        Ok(Self { listener, state, address })
    }

    /// Returns what answers, for tests that need no socket.
    pub fn router(&self) -> Router {
        router(Arc::clone(&self.state))
    }

    /// Returns what a page sends with every write, for the same tests.
    pub fn write_token(&self) -> &str {
        &self.state.write_token
    }

    /// Answers until `stop` comes; pages open at that moment are told.
    ///
    /// # Errors
    /// The listener failed.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> std::io::Result<()> {
        let state = Arc::clone(&self.state);
        let watch = tokio::spawn(events::watch(Arc::clone(&state)));
        let finish = async move {
            stop.await;
            state.events.close();
        };
        let served = axum::serve(self.listener, router(self.state)).with_graceful_shutdown(finish).await;
        watch.abort();
        served
    }
}
