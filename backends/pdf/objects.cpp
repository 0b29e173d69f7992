// libharu keeps the numbers and writes the objects in order with their cross-reference table; their bodies
// come from hooks.
#include "backends/pdf/objects.hpp"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#include <vector>

#include "backends/pdf/hash.hpp"

namespace stet::pdf {

// The layout of HPDF_Dict_Rec and the order in which its hooks run differ in other releases.
static_assert(HPDF_VERSION_ID == 20300, "written against libharu 2.3.0");

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

/// What an object holds whose text is ready, and the bytes of a stream.
struct Text {
    std::string entries;
    std::string bytes;
    bool stream = false;
};

/// Most objects are made when they are written, so this is kept small.
struct Body {
    const ObjectFile::Make* make = nullptr;
    std::uint32_t number = 0;  // for `make`
    std::uint32_t text = none;
};

void ignore_error(HPDF_STATUS, HPDF_STATUS, void*) {}  // errors are sticky and are read from the error record

HPDF_STATUS write_bytes(HPDF_Stream stream, std::string_view bytes) {
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                             static_cast<HPDF_UINT>(bytes.size()));
}

}  // namespace

struct ObjectFile::Impl {
    HPDF_Error_Rec error_record{};
    HPDF_MMgr memory = nullptr;
    HPDF_Xref xref = nullptr;
    // One dictionary stands for every object, for libharu takes 200 bytes for each. Objects are written in
    // the order of their numbers, so the hooks know whose turn it is.
    HPDF_Dict dictionary = nullptr;
    std::size_t current = 0;
    HPDF_Stream output = nullptr;
    std::vector<Body> bodies{1};  // by object number; 0 is the head of the free list
    std::vector<Text> texts;
    std::string error;
    std::string trailer;
    const Sink* sink = nullptr;
    bool refused = false;  // by the sink
    std::string buffer;    // what the sink gets next
    Md5 hash;

    void check(const char* step, bool ok = true) {
        if (!error.empty() || (ok && error_record.error_no == HPDF_OK)) return;
        error = std::string(step) + ": libharu error " + std::to_string(error_record.error_no);
    }

    Text& text_of(ObjectId id) {
        Body& body = bodies[id];
        if (body.text == none) {
            body.text = static_cast<std::uint32_t>(texts.size());
            texts.emplace_back();
        }
        return texts[body.text];
    }

    /// The entries of the next object. No exception may pass through libharu's frames.
    HPDF_STATUS write_entries(HPDF_Stream stream) {
        output = stream;
        const Body& body = bodies[++current];
        if (body.text != none) return write_bytes(stream, texts[body.text].entries);
        if (body.make == nullptr) return HPDF_OK;
        try {
            std::string made;
            (*body.make)(body.number, made);
            made += '\n';
            return write_bytes(stream, made);
        } catch (...) {
            return HPDF_FAILD_TO_ALLOC_MEM;
        }
    }

    /// The bytes of a stream, which then can go. libharu's own streams would hold them twice and want an
    /// object more for their length.
    HPDF_STATUS write_stream() {
        const Body& body = bodies[current];
        if (body.text == none || !texts[body.text].stream) return HPDF_OK;
        std::string& bytes = texts[body.text].bytes;
        HPDF_STATUS status = write_bytes(output, "\nstream\n");
        if (status == HPDF_OK && !bytes.empty()) status = write_bytes(output, bytes);
        if (status == HPDF_OK) status = write_bytes(output, "\nendstream");
        std::string().swap(bytes);
        return status;
    }

    HPDF_STATUS write_trailer(HPDF_Stream stream) {
        try {
            hash.update(buffer);
            flush();
            const Digest digest = hash.finish();
            const std::string_view bytes(reinterpret_cast<const char*>(digest.data()), digest.size());
            std::string text = trailer + " /ID [";
            append_hex(text, bytes);
            append_hex(text, bytes);
            text += "]\n";
            return write_bytes(stream, text);
        } catch (...) {
            return HPDF_FAILD_TO_ALLOC_MEM;
        }
    }

    HPDF_STATUS take(std::string_view bytes) {
        constexpr std::size_t part = 1U << 16U;
        try {
            buffer += bytes;
            if (buffer.size() >= part) {
                hash.update(buffer);
                flush();
            }
        } catch (...) {
            return HPDF_FAILD_TO_ALLOC_MEM;
        }
        return refused ? HPDF_FILE_IO_ERROR : HPDF_OK;
    }

    void flush() {
        if (!refused) refused = !(*sink)(buffer);
        buffer.clear();
    }
};

ObjectFile::ObjectFile() : impl_(std::make_unique<Impl>()) {
    Impl& impl = *impl_;
    HPDF_Error_Init(&impl.error_record, nullptr);
    impl.error_record.error_fn = ignore_error;
    impl.memory = HPDF_MMgr_New(&impl.error_record, 0, nullptr, nullptr);
    if (impl.memory != nullptr) impl.xref = HPDF_Xref_New(impl.memory, 0);
    if (impl.xref != nullptr) impl.dictionary = HPDF_Dict_New(impl.memory);
    impl.check("start", impl.dictionary != nullptr);
    if (impl.dictionary == nullptr) return;
    impl.dictionary->attr = &impl;
    impl.dictionary->write_fn = [](HPDF_Dict dictionary, HPDF_Stream stream) {
        return static_cast<Impl*>(dictionary->attr)->write_entries(stream);
    };
    impl.dictionary->after_write_fn = [](HPDF_Dict dictionary) {
        return static_cast<Impl*>(dictionary->attr)->write_stream();
    };
}

ObjectFile::~ObjectFile() {
    if (impl_->xref != nullptr) {
        // The table would free the one dictionary at each of its entries.
        for (std::size_t id = 1; id < impl_->bodies.size(); ++id) {
            HPDF_XrefEntry entry = HPDF_Xref_GetEntry(impl_->xref, static_cast<HPDF_UINT>(id));
            if (entry != nullptr) entry->obj = nullptr;
        }
        HPDF_Xref_Free(impl_->xref);
    }
    if (impl_->dictionary != nullptr) HPDF_Dict_Free(impl_->dictionary);
    if (impl_->memory != nullptr) HPDF_MMgr_Free(impl_->memory);
}

const std::string& ObjectFile::error() const {
    return impl_->error;
}

ObjectId ObjectFile::reserve() {
    Impl& impl = *impl_;
    const auto id = static_cast<ObjectId>(impl.bodies.size());
    impl.bodies.emplace_back();
    if (!impl.error.empty()) return id;
    impl.dictionary->header.obj_id = HPDF_OTYPE_NONE;  // so that the table takes it once more
    impl.check("object", HPDF_Xref_Add(impl.xref, impl.dictionary) == HPDF_OK);
    return id;
}

void ObjectFile::set(ObjectId id, std::string entries) {
    entries += '\n';
    impl_->text_of(id).entries = std::move(entries);
}

void ObjectFile::set_lazy(ObjectId id, const Make* make, std::uint32_t number) {
    impl_->bodies[id].make = make;
    impl_->bodies[id].number = number;
}

void ObjectFile::set_stream(ObjectId id, std::string entries, std::string bytes) {
    entries += "/Length ";
    append_integer(entries, bytes.size());
    set(id, std::move(entries));
    Text& text = impl_->text_of(id);
    text.bytes = std::move(bytes);
    text.stream = true;
}

bool ObjectFile::write(ObjectId root, ObjectId info, const Sink& sink) {
    Impl& impl = *impl_;
    impl.check("objects");
    if (!impl.error.empty()) return false;
    impl.sink = &sink;
    impl.trailer = "/Root ";
    append_reference(impl.trailer, root);
    impl.trailer += " /Info ";
    append_reference(impl.trailer, info);
    impl.xref->trailer->attr = &impl;
    impl.xref->trailer->write_fn = [](HPDF_Dict dictionary, HPDF_Stream stream) {
        return static_cast<Impl*>(dictionary->attr)->write_trailer(stream);
    };
    const auto take = [](HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
        return static_cast<Impl*>(stream->attr)->take({reinterpret_cast<const char*>(bytes), size});
    };
    HPDF_Stream stream = HPDF_CallbackWriter_New(impl.memory, take, &impl);
    if (stream == nullptr) {
        impl.check("output", false);
        return false;
    }
    const bool written = HPDF_Stream_WriteStr(stream, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") == HPDF_OK &&
                         HPDF_Xref_WriteToStream(impl.xref, stream, nullptr) == HPDF_OK;
    HPDF_Stream_Free(stream);
    impl.xref->trailer->write_fn = nullptr;
    impl.xref->trailer->attr = nullptr;
    impl.flush();
    if (impl.refused) return false;
    impl.check("output", written);
    return impl.error.empty();
}

}  // namespace stet::pdf
