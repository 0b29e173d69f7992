// A large part of a value that few have: it stands on the heap and is copied with its owner.
#pragma once

#include <memory>
#include <utility>

namespace stet {

/// Holds a T or nothing, in the size of a pointer. Copies are deep.
template <class T>
class Boxed {
  public:
    Boxed() = default;
    Boxed(T value) : held_(std::make_unique<T>(std::move(value))) {}  // NOLINT: a T is a box of it
    Boxed(const Boxed& other) : held_(other.held_ ? std::make_unique<T>(*other.held_) : nullptr) {}
    Boxed(Boxed&&) noexcept = default;
    Boxed& operator=(Boxed other) noexcept {
        held_ = std::move(other.held_);
        return *this;
    }
    ~Boxed() = default;

    explicit operator bool() const { return held_ != nullptr; }
    T& operator*() { return *held_; }
    const T& operator*() const { return *held_; }
    T* operator->() { return held_.get(); }
    const T* operator->() const { return held_.get(); }
    void reset() { held_.reset(); }

  private:
    std::unique_ptr<T> held_;
};

}  // namespace stet
