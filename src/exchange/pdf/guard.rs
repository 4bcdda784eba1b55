//! What a PDF would unpack to, measured before it is unpacked: the library that reads it sets no bound.

use flate2::{Decompress, FlushDecompress, Status};
use hayro_interpret::hayro_syntax::Filter;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Object, Stream};

/// The most that one stream may hold once unpacked, in bytes. A page's drawing or a font stands far
/// below; pictures are never unpacked.
const MAX_STREAM: usize = 48 << 20;
/// The most that all streams may hold together, in bytes.
const MAX_TOTAL: usize = 512 << 20;
/// Streams packed in an older way are not measured but bounded: none of them grows more than a
/// thousand times.
const MAX_UNMEASURED: usize = 64 << 10;

/// A file that would unpack beyond its bounds.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bomb;

/// Measures every packed stretch of the file's bytes, wherever its directory says they are: the
/// directory itself may be packed.
pub(super) fn bytes(file: &[u8]) -> Result<(), Bomb> {
    let mut total = 0;
    for at in memchr::memmem::find_iter(file, b"stream") {
        let rest = &file[at + 6..];
        let Some(data) = rest.strip_prefix(b"\r\n").or(rest.strip_prefix(b"\n")).or(rest.strip_prefix(b"\r"))
        else {
            continue;
        };
        total += unpacked(data)?;
        if total > MAX_TOTAL {
            return Err(Bomb);
        }
    }
    Ok(())
}

/// Measures every stream by what its own words say of its packing, decrypted where that is needed.
pub(super) fn streams(pdf: &Pdf) -> Result<(), Bomb> {
    let mut total = 0;
    for object in pdf.objects() {
        let Object::Stream(stream) = object else { continue };
        total += stream_size(&stream)?;
        if total > MAX_TOTAL {
            return Err(Bomb);
        }
    }
    Ok(())
}

fn stream_size(stream: &Stream<'_>) -> Result<usize, Bomb> {
    let packings: Vec<Filter> = stream.filters().into_iter().filter(grows).collect();
    if stream.filters().iter().any(is_picture) || packings.is_empty() {
        return Ok(0);
    }
    let data = stream.raw_data();
    match packings[..] {
        [Filter::FlateDecode] if stream.filters().len() == 1 => unpacked(&data),
        [_] if data.len() <= MAX_UNMEASURED => Ok(0),
        _ => Err(Bomb),
    }
}

fn grows(filter: &Filter) -> bool {
    matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode)
}

fn is_picture(filter: &Filter) -> bool {
    matches!(filter, Filter::DctDecode | Filter::JpxDecode | Filter::Jbig2Decode | Filter::CcittFaxDecode)
}

/// Counts what deflated bytes unpack to, to their end or to the first byte that is none.
fn unpacked(data: &[u8]) -> Result<usize, Bomb> {
    let data = match data {
        [first, second, rest @ ..]
            if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0 =>
        {
            rest
        }
        _ => data,
    };
    let mut inflate = Decompress::new(false);
    let mut buffer = vec![0; 64 << 10];
    loop {
        let read = usize::try_from(inflate.total_in()).unwrap_or(usize::MAX);
        let before = (inflate.total_in(), inflate.total_out());
        let Some(rest) = data.get(read..) else { break };
        let status = inflate.decompress(rest, &mut buffer, FlushDecompress::None);
        if inflate.total_out() > MAX_STREAM as u64 {
            return Err(Bomb);
        }
        let stands_still = (inflate.total_in(), inflate.total_out()) == before;
        if !matches!(status, Ok(Status::Ok)) || stands_still {
            break;
        }
    }
    Ok(usize::try_from(inflate.total_out()).unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn packed(bytes: usize) -> Vec<u8> {
        let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        let zeros = vec![0; 1 << 20];
        for _ in 0..bytes >> 20 {
            writer.write_all(&zeros).unwrap();
        }
        writer.finish().unwrap()
    }

    #[test]
    fn a_stream_that_would_fill_memory_is_found_by_its_bytes() {
        let file =
            |size| [b"%PDF-1.7\n1 0 obj <<>> stream\n".as_slice(), &packed(size), b"\nendstream"].concat();
        assert_eq!(bytes(&file(8 << 20)), Ok(()));
        assert_eq!(bytes(&file(64 << 20)), Err(Bomb));
        assert_eq!(unpacked(&packed(3 << 20)), Ok(3 << 20));
        assert_eq!(bytes(b"%PDF-1.7 stream\nnothing packed endstream"), Ok(()));
    }
}
