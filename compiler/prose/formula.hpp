// Facts and the formulas over them as they were written, before any name is bound.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/span.hpp"
#include "compiler/prose/quantity.hpp"
#include "compiler/prose/run.hpp"

namespace stet::prose {

enum class Operation : std::uint8_t {
    number,
    fact,
    negate,
    add,
    subtract,
    multiply,
    divide,
    share,    ///< `a of b`: 100 a / b percent
    rate,     ///< `a per N of b`: N a / b per N
    sum,      ///< `sum(a, b, ...)`
    average,  ///< `average(a, b, ...)`
    change,   ///< `change(a, b)`: from a to b, in percent of a
};

/// A node's operands stand before it.
struct FormulaNode {
    Operation operation = Operation::number;
    Span span;
    std::string_view name;  ///< of a fact
    Rational number;        ///< of a number; the N of a rate
    std::vector<std::uint32_t> operands;
};

/// `as percent` and the like after a formula.
enum class Form : std::uint8_t { none, percent, words, digits, date, source };

/// An expression over facts; the last node is the whole. Empty where it could not be read (reported).
struct Formula {
    std::vector<FormulaNode> nodes;
    Form form = Form::none;
    Span span;
    [[nodiscard]] bool empty() const { return nodes.empty(); }
};

/// A name used in a fact or formula.
struct NameUse {
    std::string_view name;
    Span span;
    [[nodiscard]] bool empty() const { return name.empty(); }
};

/// From one day to another, both belonging.
struct Days {
    CivilDate first;
    CivilDate last;
};

/// One fact of a `@facts` block or CSV row. Texts stand in the sources.
struct FactDeclaration {
    std::string_view name;
    Span name_span;
    Span value_span;
    std::optional<Quantity> stated;  ///< absent for a formula, and where it could not be read (reported)
    std::string_view noun;           ///< "children"
    Formula formula;
    NameUse base;        ///< what it is a part of: `160 of cla`, or `, of cla`
    NameUse population;  ///< of a rate: `48 per 10,000 of population`
    std::string_view source;
    std::string_view label;
    bool about = false;          ///< only roughly known
    std::optional<Days> when;    ///< the date or period that it holds for
    std::string_view when_text;  ///< as written
    Rational rounding;           ///< counts and money are rounded (or cut off) to multiples of it; 0 for none
    bool truncated = false;
    Span rounding_span;
};

/// A place where facts are used: an assertion `[words]{formula}`, an insertion `{formula}`, a chart's series.
struct Citation {
    enum class Kind : std::uint8_t { assertion, insertion, chart } kind = Kind::assertion;
    RunId run = 0;            ///< not for charts
    std::uint32_t begin = 0;  ///< the words, in the run's text
    std::uint32_t end = 0;
    Span span;  ///< the words in the source; of an insertion or chart the whole
    Formula formula;
    std::vector<Quantity>
        quantities;  ///< of the words alone, offsets in the run's text; read with the mentions
};

/// All that the report says of facts, read but not yet bound.
struct FigureReading {
    std::vector<FactDeclaration> facts;
    std::vector<Citation> citations;  ///< charts, then marks in the order of the text
    std::vector<std::pair<RunId, std::string_view>> evidence;  ///< private references of each run's paragraph
};

}  // namespace stet::prose
