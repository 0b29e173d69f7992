// Objects as libharu dictionaries whose bodies come from hooks. libharu keeps the numbers, writes the objects
// in order with their cross-reference table.
#include "backends/pdf/objects.hpp"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#include <deque>

#include "backends/pdf/hash.hpp"

namespace stet::pdf {

// The layout of HPDF_Dict_Rec and the order in which its hooks run differ in other releases.
static_assert(HPDF_VERSION_ID == 20300, "written against libharu 2.3.0");

namespace {

/// What an object holds whose text is ready, and the bytes of a stream.
struct Text {
    std::string entries;
    std::string bytes;
    HPDF_Stream output = nullptr;  // while the object is written
};

/// Most objects are made when they are written, so this is kept small.
struct Body {
    HPDF_Dict dictionary = nullptr;
    Text* text = nullptr;
    const ObjectFile::Make* make = nullptr;
    std::uint32_t number = 0;  // for `make`
};

void ignore_error(HPDF_STATUS, HPDF_STATUS, void*) {}  // errors are sticky and are read from the error record

HPDF_STATUS write_bytes(HPDF_Stream stream, std::string_view bytes) {
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                             static_cast<HPDF_UINT>(bytes.size()));
}

/// Hook of every dictionary: its entries. No exception may pass through libharu's frames.
HPDF_STATUS write_body(HPDF_Dict dictionary, HPDF_Stream stream) {
    const auto* body = static_cast<const Body*>(dictionary->attr);
    if (body->text != nullptr) {
        body->text->output = stream;
        return write_bytes(stream, body->text->entries);
    }
    if (body->make == nullptr) return HPDF_OK;
    try {
        std::string made;
        (*body->make)(body->number, made);
        made += '\n';
        return write_bytes(stream, made);
    } catch (...) {
        return HPDF_FAILD_TO_ALLOC_MEM;
    }
}

/// Hook after the dictionary of a stream: its bytes, which then can go. libharu's own streams would hold them
/// twice and want an object more for their length.
HPDF_STATUS write_stream(HPDF_Dict dictionary) {
    Text& text = *static_cast<const Body*>(dictionary->attr)->text;
    HPDF_STATUS status = write_bytes(text.output, "\nstream\n");
    if (status == HPDF_OK && !text.bytes.empty()) status = write_bytes(text.output, text.bytes);
    if (status == HPDF_OK) status = write_bytes(text.output, "\nendstream");
    std::string().swap(text.bytes);
    return status;
}

HPDF_STATUS append_output(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
    try {
        static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
        return HPDF_OK;
    } catch (...) {
        return HPDF_FAILD_TO_ALLOC_MEM;
    }
}

}  // namespace

struct ObjectFile::Impl {
    HPDF_Error_Rec error_record{};
    HPDF_MMgr memory = nullptr;
    HPDF_MMgr pool = nullptr;  // of dictionaries: small parts that all stay to the end
    HPDF_Xref xref = nullptr;
    std::deque<Body> bodies;  // by object number; they do not move, for hooks hold their addresses
    std::deque<Text> texts;
    std::string error;
    std::size_t size = 0;  // of entries and streams so far
    std::string out;
    std::string trailer;

    Body* body_of(ObjectId id) { return id < bodies.size() ? &bodies[id] : nullptr; }

    void check(const char* step, bool ok = true) {
        if (!error.empty() || (ok && error_record.error_no == HPDF_OK)) return;
        error = std::string(step) + ": libharu error " + std::to_string(error_record.error_no);
    }

    /// Enters an object that libharu numbers, in step with `bodies`.
    void enter(void* object, const char* step) {
        check(step, object != nullptr && HPDF_Xref_Add(xref, object) == HPDF_OK);
    }

    static HPDF_STATUS write_trailer(HPDF_Dict dictionary, HPDF_Stream stream) {
        auto* self = static_cast<Impl*>(dictionary->attr);
        try {
            const Digest digest = md5(self->out);
            const std::string_view bytes(reinterpret_cast<const char*>(digest.data()), digest.size());
            std::string text = self->trailer + " /ID [";
            append_hex(text, bytes);
            append_hex(text, bytes);
            text += "]\n";
            return write_bytes(stream, text);
        } catch (...) {
            return HPDF_FAILD_TO_ALLOC_MEM;
        }
    }
};

ObjectFile::ObjectFile() : impl_(std::make_unique<Impl>()) {
    HPDF_Error_Init(&impl_->error_record, nullptr);
    impl_->error_record.error_fn = ignore_error;
    constexpr HPDF_UINT pool_size = 64 * 1024;
    impl_->memory = HPDF_MMgr_New(&impl_->error_record, 0, nullptr, nullptr);
    impl_->pool = HPDF_MMgr_New(&impl_->error_record, pool_size, nullptr, nullptr);
    if (impl_->memory != nullptr && impl_->pool != nullptr) impl_->xref = HPDF_Xref_New(impl_->memory, 0);
    impl_->check("start", impl_->xref != nullptr);
    impl_->bodies.emplace_back();  // object 0 is the head of the free list
}

ObjectFile::~ObjectFile() {
    if (impl_->xref != nullptr) HPDF_Xref_Free(impl_->xref);
    for (HPDF_MMgr manager : {impl_->pool, impl_->memory}) {
        if (manager != nullptr) HPDF_MMgr_Free(manager);
    }
}

const std::string& ObjectFile::error() const {
    return impl_->error;
}

ObjectId ObjectFile::reserve() {
    Impl& impl = *impl_;
    const auto id = static_cast<ObjectId>(impl.bodies.size());
    Body& body = impl.bodies.emplace_back();
    if (!impl.error.empty()) return id;
    body.dictionary = HPDF_Dict_New(impl.pool);
    impl.enter(body.dictionary, "object");
    if (body.dictionary == nullptr) return id;
    body.dictionary->attr = &body;
    body.dictionary->write_fn = write_body;
    return id;
}

void ObjectFile::set(ObjectId id, std::string entries) {
    Impl& impl = *impl_;
    Body* body = impl.body_of(id);
    if (body->text == nullptr) body->text = &impl.texts.emplace_back();
    body->text->entries = std::move(entries);
    body->text->entries += '\n';
    impl.size += body->text->entries.size();
}

void ObjectFile::set_lazy(ObjectId id, const Make* make, std::uint32_t number) {
    Body* body = impl_->body_of(id);
    body->make = make;
    body->number = number;
}

void ObjectFile::set_stream(ObjectId id, std::string entries, std::string bytes) {
    Impl& impl = *impl_;
    entries += "/Length ";
    append_integer(entries, bytes.size());
    set(id, std::move(entries));
    impl.size += bytes.size();
    Body* body = impl.body_of(id);
    body->text->bytes = std::move(bytes);
    if (body->dictionary != nullptr) body->dictionary->after_write_fn = write_stream;
}

std::string ObjectFile::write(ObjectId root, ObjectId info) {
    Impl& impl = *impl_;
    impl.check("objects");
    if (!impl.error.empty()) return {};
    impl.trailer = "/Root ";
    append_reference(impl.trailer, root);
    impl.trailer += " /Info ";
    append_reference(impl.trailer, info);
    impl.xref->trailer->attr = &impl;
    impl.xref->trailer->write_fn = Impl::write_trailer;
    HPDF_Stream stream = HPDF_CallbackWriter_New(impl.memory, append_output, &impl.out);
    if (stream == nullptr) {
        impl.check("output", false);
        return {};
    }
    // A good guess saves the copies that a growing string makes: brackets and cross-reference entry take
    // about 50 bytes an object, a structure element about 60 more.
    impl.out.reserve(impl.size + impl.bodies.size() * 115);
    const bool written = HPDF_Stream_WriteStr(stream, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") == HPDF_OK &&
                         HPDF_Xref_WriteToStream(impl.xref, stream, nullptr) == HPDF_OK;
    HPDF_Stream_Free(stream);
    impl.xref->trailer->write_fn = nullptr;
    impl.xref->trailer->attr = nullptr;
    impl.check("output", written);
    if (!impl.error.empty()) return {};
    return std::move(impl.out);
}

}  // namespace stet::pdf
