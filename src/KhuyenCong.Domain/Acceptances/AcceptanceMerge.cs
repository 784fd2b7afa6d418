using System.Text.Json.Nodes;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Gộp ba chiều một biên bản nghiệm thu: one was filled at a site without network while somebody else saved; nothing that either of them wrote is lost.</summary>
/// <remarks>What only makes sense together is one field: an invoice, and a verdict with its deadline. Two readings of a position never agree and decide nothing: the more accurate one stays, unasked, and a reading before none.</remarks>
public static class AcceptanceMerge
{
    /// <summary>Hóa đơn của một máy.</summary>
    public const string Invoice = "invoice";

    /// <summary>Kết luận cùng hạn hoàn thiện.</summary>
    public const string Conclusion = "conclusion";

    private static readonly string[] OfInvoice = ["invoiceNumber", "invoiceSeries", "invoiceSeller", "invoiceTaxCode"];

    private static readonly string[] OfConclusion = ["verdict", "completeBy"];

    /// <param name="base">The record both started from.</param>
    /// <param name="mine">The record of the one who saves now.</param>
    /// <param name="theirs">The record saved meanwhile.</param>
    /// <param name="chosen">Whose value counts at conflicting fields, by somebody who has seen both.</param>
    /// <returns>Either the merged record, or every field that both changed differently.</returns>
    public static MergedAcceptance ThreeWay(AcceptanceText @base, AcceptanceText mine, AcceptanceText theirs, IReadOnlyDictionary<string, MergeSide>? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(@base);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        if (mine.Spot != @base.Spot && theirs.Spot != @base.Spot)
        {
            var better = theirs.Spot is null || (mine.Spot is { } read && (read.Accuracy ?? int.MaxValue) <= (theirs.Spot.Accuracy ?? int.MaxValue)) ? mine.Spot : theirs.Spot;
            (mine, theirs) = (mine with { Spot = better }, theirs with { Spot = better });
        }

        var merge = new TreeMerge(KeyOf, chosen);
        var merged = merge.Of(Tree(@base), Tree(mine), Tree(theirs));
        return merge.Open.Count == 0 ? new(Back(merged), []) : new(null, merge.Open);
    }

    /// <summary>Whether two say the same; a browser sends line ends of its own.</summary>
    public static bool AreSame(AcceptanceText one, AcceptanceText other) => Written(one) == Written(other);

    private static string Written(AcceptanceText text) => ProgrammeJson.Write(text).Replace("\\r\\n", "\\n", StringComparison.Ordinal);

    private static string KeyOf(JsonObject row) => (string?)row["estimateLineId"] ?? (string?)row["machinePassportId"] ?? (string?)row["name"] ?? "";

    private static JsonObject Tree(AcceptanceText text)
    {
        var tree = JsonNode.Parse(Written(text))!.AsObject();
        Bind(tree, Conclusion, OfConclusion);
        foreach (var row in tree["machines"]!.AsArray())
        {
            Bind(row!.AsObject(), Invoice, OfInvoice);
        }

        return tree;
    }

    private static AcceptanceText Back(JsonObject tree)
    {
        Loosen(tree, Conclusion);
        foreach (var row in tree["machines"]?.AsArray() ?? [])
        {
            Loosen(row!.AsObject(), Invoice);
        }

        return ProgrammeJson.Read<AcceptanceText>(tree.ToJsonString(ProgrammeJson.Options));
    }

    private static void Bind(JsonObject tree, string name, string[] fields)
    {
        var bound = new JsonObject();
        foreach (var field in fields)
        {
            if (tree[field] is { } value)
            {
                bound[field] = value.DeepClone();
                tree.Remove(field);
            }
        }

        if (bound.Count > 0)
        {
            tree[name] = bound.ToJsonString();
        }
    }

    private static void Loosen(JsonObject tree, string name)
    {
        if (tree[name] is not { } bound)
        {
            return;
        }

        tree.Remove(name);
        foreach (var (field, value) in JsonNode.Parse((string)bound!)!.AsObject())
        {
            tree[field] = value?.DeepClone();
        }
    }
}

/// <summary>Kết quả gộp biên bản nghiệm thu: the merged record, or the fields both changed differently.</summary>
public sealed record MergedAcceptance(AcceptanceText? Text, IReadOnlyList<MergeConflict> Conflicts);
