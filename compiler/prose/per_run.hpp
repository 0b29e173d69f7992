// A list for each run, all lists in one block of memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "compiler/prose/run.hpp"

namespace stet::prose {

/// What was read in each run, by its id. Runs beyond the last one that was added have an empty list.
template <class T>
class PerRun {
  public:
    /// Adds the list of the next run: what `read` appends to the vector that it is given.
    template <class Read>
    void add(const Read& read) {
        read(all_);
        ends_.push_back(static_cast<std::uint32_t>(all_.size()));
    }
    void reserve(std::size_t runs, std::size_t values) {
        ends_.reserve(runs);
        all_.reserve(values);
    }

    void shrink() { all_.shrink_to_fit(); }

    /// Number of values of all runs together.
    [[nodiscard]] std::size_t count() const { return all_.size(); }
    /// Number of runs that have a list.
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::span<const T> operator[](RunId run) const {
        return run < ends_.size() ? std::span<const T>(all_).subspan(begin(run), ends_[run] - begin(run))
                                  : std::span<const T>();
    }
    [[nodiscard]] std::span<T> operator[](RunId run) {
        return run < ends_.size() ? std::span<T>(all_).subspan(begin(run), ends_[run] - begin(run))
                                  : std::span<T>();
    }

  private:
    [[nodiscard]] std::uint32_t begin(RunId run) const { return run == 0 ? 0 : ends_[run - 1]; }

    std::vector<T> all_;
    std::vector<std::uint32_t> ends_;
};

}  // namespace stet::prose
