// The file's objects, over libharu's object layer: bodies are raw text or made when they are written.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "backends/pdf/sink.hpp"
#include "backends/pdf/syntax.hpp"

namespace stet::pdf {

class ObjectFile {
  public:
    ObjectFile();
    ~ObjectFile();
    ObjectFile(const ObjectFile&) = delete;
    ObjectFile& operator=(const ObjectFile&) = delete;

    /// Gives out the next object number. An object that is never set is an empty dictionary.
    ObjectId reserve();
    /// The entries of a dictionary, without its brackets.
    void set(ObjectId id, std::string entries);
    /// The same, made when the object is written: `make(number, out)`. The function must outlive `write`.
    using Make = std::function<void(std::uint32_t number, std::string& out)>;
    void set_lazy(ObjectId id, const Make* make, std::uint32_t number);
    /// A stream whose bytes are as `entries` say (with /Filter where they are compressed); /Length is added.
    void set_stream(ObjectId id, std::string entries, std::string bytes);

    ObjectId add(std::string entries) {
        const ObjectId id = reserve();
        set(id, std::move(entries));
        return id;
    }
    ObjectId add_stream(std::string entries, std::string bytes) {
        const ObjectId id = reserve();
        set_stream(id, std::move(entries), std::move(bytes));
        return id;
    }

    /// Hands the whole file to `sink`, part by part. Its identifier is a hash of everything before the
    /// trailer. False where libharu reported an error, which `error` names, or where the sink wanted no more.
    /// To be called once.
    bool write(ObjectId root, ObjectId info, const Sink& sink);
    [[nodiscard]] const std::string& error() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace stet::pdf
