// Pages, structure and resources to one PDF file.
#pragma once

#include <string>
#include <vector>

#include "backends/pdf/compress.hpp"
#include "backends/pdf/content.hpp"
#include "backends/pdf/metadata.hpp"
#include "backends/pdf/objects.hpp"

namespace stet::pdf {

class Writer {
  public:
    Writer(const FontSet& fonts, Galley& galley, unsigned threads);

    /// Takes a page; its index says where it belongs.
    void add_page(const Page& page);
    /// Writes the file. False where libharu failed, then `error` says why, or where the sink wanted no more.
    bool finish(const Metadata& metadata, const std::string& icc_profile, const Sink& sink);
    [[nodiscard]] const std::string& error() const { return file_.error(); }

  private:
    struct PageInfo {
        float width = 0;
        float height = 0;
        bool transparent = false;
        std::vector<NodeId> marked;      ///< leaf of each MCID
        std::vector<std::size_t> links;  ///< indices in areas_
        ObjectId object = 0;
        ObjectId parent = 0;
    };

    void write_fonts(std::string& resources);
    void write_images(std::string& resources);
    void write_pages(ObjectId resources, std::vector<std::string> contents);
    ObjectId write_page_tree();
    void write_links();
    void make_link(std::uint32_t index, std::string& out) const;
    ObjectId write_outline();
    void number_elements();
    ObjectId write_structure();
    ObjectId write_parent_tree();
    void make_element(std::uint32_t node, std::string& out) const;
    void make_attributes(NodeId node, std::string& out) const;
    void append_destination(AnchorId anchor, std::string& out) const;

    const FontSet& fonts_;
    Galley& galley_;
    ObjectFile file_;
    Compressor compressor_;
    std::vector<PageInfo> pages_;
    std::vector<LinkArea> areas_;
    std::vector<ObjectId> area_objects_;
    std::vector<std::pair<NodeId, std::size_t>> areas_of_nodes_;  // sorted
    std::vector<ObjectId> elements_;  // by node; 0 for leaves and for what came to nothing
    ObjectId tree_root_ = 0;
    ObjectFile::Make make_element_;
    ObjectFile::Make make_link_;
};

}  // namespace stet::pdf
