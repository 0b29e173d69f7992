// Objects as libharu dictionaries whose bodies come from hooks. libharu keeps the numbers, writes the objects
// in order with their cross-reference table, and owns the memory of streams.
#include "backends/pdf/objects.hpp"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <zlib.h>

#include <deque>

#include "backends/pdf/hash.hpp"

namespace stet::pdf {

// The layout of HPDF_Dict_Rec and the order in which its hooks run differ in other releases.
static_assert(HPDF_VERSION_ID == 20300, "written against libharu 2.3.0");

namespace {

struct Body {
    HPDF_Dict dictionary = nullptr;
    std::string entries;
    const ObjectFile::Make* make = nullptr;
    std::uint32_t number = 0;
};

void ignore_error(HPDF_STATUS, HPDF_STATUS, void*) {}  // errors are sticky and are read from the error record

HPDF_STATUS write_bytes(HPDF_Stream stream, std::string_view bytes) {
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                             static_cast<HPDF_UINT>(bytes.size()));
}

/// Hook of every dictionary: its entries. No exception may pass through libharu's frames.
HPDF_STATUS write_body(HPDF_Dict dictionary, HPDF_Stream stream) {
    const auto* body = static_cast<const Body*>(dictionary->attr);
    try {
        if (body->make != nullptr) {
            std::string made;
            (*body->make)(body->number, made);
            made += '\n';
            return write_bytes(stream, made);
        }
        return write_bytes(stream, body->entries);
    } catch (...) {
        return HPDF_FAILD_TO_ALLOC_MEM;
    }
}

/// Hook after a stream is written: its bytes are in the output, so its own copy can go.
HPDF_STATUS free_stream(HPDF_Dict dictionary) {
    HPDF_MemStream_FreeData(dictionary->stream);
    return HPDF_OK;
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
    HPDF_Xref xref = nullptr;
    std::deque<Body> bodies;
    std::unique_ptr<std::deque<std::uint32_t>> index = std::make_unique<std::deque<std::uint32_t>>();
    std::string error;
    std::size_t size = 0;  // of entries and streams so far
    std::string out;
    std::string trailer;

    Body* body_of(ObjectId id) { return id < index->size() ? &bodies[(*index)[id]] : nullptr; }

    void check(const char* step, bool ok = true) {
        if (!error.empty() || (ok && error_record.error_no == HPDF_OK)) return;
        error = std::string(step) + ": libharu error " + std::to_string(error_record.error_no);
    }

    /// Enters an object that libharu numbers; `index` follows its numbering.
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
    impl_->memory = HPDF_MMgr_New(&impl_->error_record, 0, nullptr, nullptr);
    if (impl_->memory != nullptr) impl_->xref = HPDF_Xref_New(impl_->memory, 0);
    impl_->check("start", impl_->xref != nullptr);
    impl_->index->push_back(0);  // object 0 is the head of the free list
    impl_->bodies.emplace_back();
}

ObjectFile::~ObjectFile() {
    if (impl_->xref != nullptr) HPDF_Xref_Free(impl_->xref);
    if (impl_->memory != nullptr) HPDF_MMgr_Free(impl_->memory);
}

const std::string& ObjectFile::error() const {
    return impl_->error;
}

ObjectId ObjectFile::reserve() {
    Impl& impl = *impl_;
    const auto id = static_cast<ObjectId>(impl.index->size());
    impl.index->push_back(static_cast<std::uint32_t>(impl.bodies.size()));
    Body& body = impl.bodies.emplace_back();
    if (!impl.error.empty()) return id;
    body.dictionary = HPDF_Dict_New(impl.memory);
    impl.enter(body.dictionary, "object");
    if (body.dictionary == nullptr) return id;
    body.dictionary->attr = &body;
    body.dictionary->write_fn = write_body;
    return id;
}

void ObjectFile::set(ObjectId id, std::string entries) {
    Body* body = impl_->body_of(id);
    body->entries = std::move(entries);
    body->entries += '\n';
    impl_->size += body->entries.size();
}

void ObjectFile::set_lazy(ObjectId id, const Make* make, std::uint32_t number) {
    Body* body = impl_->body_of(id);
    body->make = make;
    body->number = number;
}

void ObjectFile::set_stream(ObjectId id, std::string entries, const std::string& bytes) {
    Impl& impl = *impl_;
    set(id, std::move(entries));
    HPDF_Dict dictionary = impl.body_of(id)->dictionary;
    if (!impl.error.empty() || dictionary == nullptr) return;
    dictionary->stream =
        HPDF_MemStream_New(impl.memory, static_cast<HPDF_UINT>(std::max<std::size_t>(bytes.size(), 1)));
    dictionary->filter = HPDF_STREAM_FILTER_NONE;
    dictionary->after_write_fn = free_stream;
    impl.size += bytes.size();
    if (dictionary->stream == nullptr) return impl.check("stream", false);
    impl.check("stream", write_bytes(dictionary->stream, bytes) == HPDF_OK);
    // libharu wants the length as an object of its own, which it sets when it has written the stream.
    HPDF_Number length = HPDF_Number_New(impl.memory, 0);
    impl.enter(length, "length");
    impl.index->push_back(0);
    if (length != nullptr) impl.check("length", HPDF_Dict_Add(dictionary, "Length", length) == HPDF_OK);
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

std::string deflate(std::string_view bytes) {
    constexpr int level = 6;  // 9 takes three times as long for a twentieth of the size
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::string packed(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                  reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()),
                  level) != Z_OK) {
        return {};
    }
    packed.resize(size);
    packed.shrink_to_fit();
    return packed;
}

}  // namespace stet::pdf
