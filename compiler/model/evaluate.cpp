// The evaluator: one pass over a formula's nodes, which stand in postfix order.
#include "compiler/model/evaluate.hpp"

#include "compiler/base/catalogue.hpp"

namespace stet::model {

namespace {

using prose::FormulaNode;
using prose::Operation;

constexpr std::size_t longest_calculation = 200;

std::string_view verb(Operation operation) {
    switch (operation) {
        case Operation::add:
        case Operation::sum:
            return "added";
        case Operation::subtract:
            return "subtracted from each other";
        case Operation::multiply:
            return "multiplied";
        case Operation::divide:
            return "divided by each other";
        case Operation::share:
            return "made a share";
        case Operation::rate:
            return "made a rate";
        case Operation::average:
            return "averaged";
        case Operation::change:
            return "compared as a change";
        default:
            return "put together";
    }
}

/// One operand at least; all operands have values.
struct Work {
    const FormulaNode& node;
    std::vector<FactValue> operands;

    [[nodiscard]] ValueResult two(ValueResult (*operation)(const FactValue&, const FactValue&)) const {
        if (operands.size() != 2) return ValueProblem::unit_clash;
        return operation(operands[0], operands[1]);
    }
    [[nodiscard]] ValueResult total(std::size_t& failed) const {
        ValueResult result = operands[0];
        for (std::size_t i = 1; i < operands.size() && std::holds_alternative<FactValue>(result); ++i) {
            failed = i;
            result = add(std::get<FactValue>(result), operands[i]);
        }
        return result;
    }
    [[nodiscard]] ValueResult run(std::size_t& failed) const {
        switch (node.operation) {
            case Operation::negate:
                return negate(operands[0]);
            case Operation::add:
                return two(add);
            case Operation::subtract:
                return two(subtract);
            case Operation::multiply:
                return two(multiply);
            case Operation::divide:
                return two(divide);
            case Operation::share:
                return two(share);
            case Operation::change:
                return two(change);
            case Operation::rate:
                return rate(operands[0], node.number, operands[1]);
            case Operation::sum:
                return total(failed);
            case Operation::average: {
                ValueResult sum = total(failed);
                if (!std::holds_alternative<FactValue>(sum)) return sum;
                return divide(std::get<FactValue>(sum),
                              literal_value(Rational(static_cast<std::int64_t>(operands.size()))));
            }
            case Operation::number:
            case Operation::fact:
                break;
        }
        return operands[0];
    }
};

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += between;
        text += part;
        if (text.size() > longest_calculation) return text.substr(0, longest_calculation) + "...";
    }
    return text;
}

std::string written(const FormulaNode& node, const std::vector<std::string>& parts) {
    switch (node.operation) {
        case Operation::negate:
            return "-" + parts[0];
        case Operation::add:
            return joined(parts, " + ");
        case Operation::subtract:
            return joined(parts, " - ");
        case Operation::multiply:
            return joined(parts, " * ");
        case Operation::divide:
            return joined(parts, " / ");
        case Operation::share:
            return joined(parts, " of ");
        case Operation::rate:
            return joined({parts[0], shown(node.number) + " of " + parts[1]}, " per ");
        case Operation::sum:
            return joined(parts, " + ");
        case Operation::average:
            return "the average of " + joined(parts, ", ");
        case Operation::change:
            return joined(parts, " to ");
        case Operation::number:
        case Operation::fact:
            break;
    }
    return {};
}

void report(ValueProblem problem, const Work& work, std::size_t failed, const std::string& calculation,
            Diagnostics& diagnostics) {
    switch (problem) {
        case ValueProblem::unit_clash:
            diagnostics.add(work.node.span, diag::unit_clash, described(work.operands.front()),
                            described(work.operands[failed]), verb(work.node.operation));
            break;
        case ValueProblem::division_by_zero:
            diagnostics.add(work.node.span, diag::division_by_zero, calculation);
            break;
        case ValueProblem::too_large:
            diagnostics.add(work.node.span, diag::number_too_large);
            break;
    }
}

}  // namespace

Evaluated evaluate(const prose::Formula& formula, const Figures& figures, Diagnostics& diagnostics) {
    Evaluated out;
    if (formula.empty()) return out;
    std::vector<std::optional<FactValue>> values;
    std::vector<std::string> texts;
    for (const FormulaNode& node : formula.nodes) {
        std::optional<FactValue> value;
        std::string text;
        if (node.operation == Operation::fact) {
            const auto id = figures.find(node.name);
            if (id) value = figures.facts[*id].value;
        } else if (node.operation == Operation::number) {
            value = literal_value(node.number);
            if (!node.number.known()) diagnostics.add(node.span, diag::number_too_large), value.reset();
        } else {
            Work work{node, {}};
            std::vector<std::string> parts;
            for (const std::uint32_t operand : node.operands) {
                if (values[operand]) work.operands.push_back(*values[operand]);
                parts.push_back(std::move(texts[operand]));
            }
            text = written(node, parts);
            if (work.operands.size() == node.operands.size()) {
                std::size_t failed = work.operands.size() - 1;
                const ValueResult result = work.run(failed);
                if (const auto* good = std::get_if<FactValue>(&result))
                    value = *good;
                else
                    report(std::get<ValueProblem>(result), work, failed, text, diagnostics);
            }
        }
        if (text.empty()) text = value ? printed(*value) : "?";
        values.push_back(value);
        texts.push_back(std::move(text));
    }
    out.value = values.back();
    if (formula.nodes.size() > 1) out.calculation = texts.back();
    return out;
}

}  // namespace stet::model
