//! A browser without a window: asks the workbench's router for pages and JSON, as one coder.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use propos::app::Context;
use propos::domain::CoderId;
use propos::progress::Silent;
use propos::text::Language;
use propos::web::{Options, Server};
use serde_json::Value;
use tokio::runtime::Runtime;
use tower::ServiceExt;

use crate::study::Study;

/// A server of a study, and a browser that opened its address.
pub(crate) struct Client {
    runtime: Runtime,
    router: Router,
    /// Keeps the study held.
    _server: Server,
    /// `host:port` of the server.
    pub(crate) host: String,
    /// Cookies, as the browser sends them.
    pub(crate) cookies: Vec<String>,
    /// What a page sends with every write.
    pub(crate) token: String,
}

/// What the server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Its status.
    pub(crate) status: StatusCode,
    /// Its headers.
    pub(crate) headers: HeaderMap,
    /// Its body.
    pub(crate) text: String,
}

impl Answer {
    /// Reads the body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// Fails unless the request was granted; returns its JSON, null for an empty body.
    pub(crate) fn granted(&self) -> Value {
        assert!(self.status.is_success(), "{} {}", self.status, self.text);
        if self.text.is_empty() { Value::Null } else { self.json() }
    }

    /// Fails unless the request was refused with this status and key.
    pub(crate) fn refused(&self, status: u16, key: &str) {
        assert_eq!((self.status.as_u16(), self.json()["key"].as_str()), (status, Some(key)), "{}", self.text);
    }
}

impl Client {
    /// Serves a study that was imported, in French, and opens it as `coder`.
    pub(crate) fn open(study: &Study, coder: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let server = runtime.block_on(async {
            let folder = study.folder().to_owned();
            let context = Context::open(folder, CoderId::from(coder), Box::new(Silent)).await.unwrap();
            Server::bind(context, &Options { port: 0, language: Language::Fr }).await.unwrap()
        });
        let (host, secret) = server.address["http://".len()..].split_once("/?token=").unwrap();
        let port = host.rsplit(':').next().unwrap();
        Self {
            cookies: vec![format!("propos-{port}={secret}")],
            host: host.to_owned(),
            token: server.write_token().to_owned(),
            router: server.router(),
            _server: server,
            runtime,
        }
    }

    /// Goes on as another person, as if by another browser.
    pub(crate) fn act_as(&mut self, coder: &str) {
        let port = self.host.rsplit(':').next().unwrap().to_owned();
        self.cookies.truncate(1);
        self.cookies.push(format!("propos-coder-{port}={coder}"));
    }

    /// Reads a page in English from now on.
    pub(crate) fn in_english(&mut self) {
        let port = self.host.rsplit(':').next().unwrap().to_owned();
        self.cookies.push(format!("propos-language-{port}=en"));
    }

    /// Asks for an address.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path).body(Body::empty()).unwrap())
    }

    /// Writes, as our own pages do.
    pub(crate) fn write(&self, method: Method, path: &str, body: &Value) -> Answer {
        let request = self
            .request(method, path)
            .header(header::ORIGIN, format!("http://{}", self.host))
            .header("x-propos-token", &self.token)
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap())
    }

    /// Writes with POST.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.write(Method::POST, path, body)
    }

    /// Begins a request that holds the session.
    pub(crate) fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header(header::HOST, &self.host);
        request.header(header::COOKIE, self.cookies.join("; "))
    }

    /// Sends any request.
    pub(crate) fn send(&self, request: Request<Body>) -> Answer {
        self.runtime.block_on(async {
            let answer = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = answer.into_parts();
            let bytes = body.collect().await.unwrap().to_bytes();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            Answer { status: parts.status, headers: parts.headers, text }
        })
    }
}
