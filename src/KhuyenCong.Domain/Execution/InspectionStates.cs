using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Execution;

/// <summary>Bảng trạng thái của kiến nghị kiểm tra: from, action, to, who may.</summary>
/// <remarks>The unit answers, or an inspector writes down what it answered; another inspector judges the answer.</remarks>
public static class FindingStates
{
    public static readonly IReadOnlyList<FindingTransition> Table =
    [
        new(FindingState.Pending, FindingAction.Answer, FindingState.Answered, [Act.ReportProgress, Act.InspectProject]),
        new(FindingState.Answered, FindingAction.Return, FindingState.Pending, [Act.InspectProject]),
        new(FindingState.Answered, FindingAction.Close, FindingState.Closed, [Act.InspectProject]),
    ];

    public static FindingTransition? Find(FindingState from, FindingAction action) => Table.FirstOrDefault(t => t.From == from && t.Action == action);

    /// <param name="finding">Its state counts.</param>
    /// <param name="may">How far somebody's acts reach it.</param>
    public static IEnumerable<FindingAction> Offered(InspectionFinding finding, Func<Act, bool> may)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(may);
        return Table.Where(t => t.From == finding.State && t.Who.Any(may)).Select(t => t.Action);
    }
}

/// <summary>Một dòng của bảng trạng thái kiến nghị kiểm tra.</summary>
public sealed record FindingTransition(FindingState From, FindingAction Action, FindingState To, IReadOnlyList<Act> Who);
