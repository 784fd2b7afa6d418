using System.Text.Json.Nodes;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Projects;

/// <summary>Gộp ba chiều một hồ sơ đề án: two people edited one dossier; nothing that either of them changed is lost.</summary>
/// <remarks>What only makes sense together is one field: a programme with its content, a beneficiary's place, a consent. Answers to conditions are one field each.</remarks>
public static class ProjectMerge
{
    private const string Answers = "answers";
    private const string Programme = "programme";
    private const string Place = "place";
    private const string Consent = "consent";

    private static readonly string[] OfProgramme = ["programmeId", "programmeContentCode"];

    private static readonly string[] OfPlace = ["name", "productionSiteId", "communeCode"];

    /// <param name="base">The dossier both started from.</param>
    /// <param name="mine">The dossier of the one who saves now.</param>
    /// <param name="theirs">The dossier saved meanwhile.</param>
    /// <param name="chosen">Whose value counts at conflicting fields, by somebody who has seen both.</param>
    /// <returns>Either the merged dossier, or every field that both changed differently.</returns>
    public static MergedProject ThreeWay(ProjectText @base, ProjectText mine, ProjectText theirs, IReadOnlyDictionary<string, MergeSide>? chosen = null)
    {
        var merge = new TreeMerge(KeyOf, chosen);
        var merged = merge.Of(Tree(@base), Tree(mine), Tree(theirs));
        return merge.Open.Count == 0 ? new(Back(merged), []) : new(null, merge.Open);
    }

    private static string KeyOf(JsonObject row) => (string?)row["lineId"] ?? (string?)row["machineId"] ?? (string?)row["beneficiaryId"] ?? (string?)row["what"] ?? row["year"]?.ToJsonString() ?? "";

    private static JsonObject Tree(ProjectText text)
    {
        // A browser sends line ends of its own.
        var tree = JsonNode.Parse(ProgrammeJson.Write(text).Replace("\\r\\n", "\\n", StringComparison.Ordinal))!.AsObject();
        var answers = new JsonObject();
        foreach (var condition in Enum.GetValues<NormConditions>().Where(c => c is not NormConditions.None))
        {
            if (text.Holds.HasFlag(condition) || text.Fails.HasFlag(condition))
            {
                answers[$"{condition}"] = text.Holds.HasFlag(condition) ? "co" : "khong";
            }
        }

        tree.Remove("holds");
        tree.Remove("fails");
        tree[Answers] = answers;
        Bind(tree, Programme, OfProgramme);
        foreach (var row in tree["beneficiaries"]!.AsArray())
        {
            Bind(row!.AsObject(), Place, OfPlace);
        }

        if (tree[Consent] is { } consent)
        {
            tree[Consent] = consent.ToJsonString();
        }

        return tree;
    }

    private static ProjectText Back(JsonObject tree)
    {
        var answers = tree[Answers]?.AsObject() ?? [];
        tree.Remove(Answers);
        Loosen(tree, Programme);
        foreach (var row in tree["beneficiaries"]?.AsArray() ?? [])
        {
            Loosen(row!.AsObject(), Place);
        }

        if (tree[Consent] is { } consent)
        {
            tree[Consent] = JsonNode.Parse((string)consent!);
        }

        NormConditions Of(string answer) => answers.Where(a => (string?)a.Value == answer).Aggregate(NormConditions.None, (all, a) => all | Enum.Parse<NormConditions>(a.Key));
        var text = ProgrammeJson.Read<ProjectText>(tree.ToJsonString(ProgrammeJson.Options)) with { Holds = Of("co"), Fails = Of("khong") };
        // Whose beneficiary the other one took off is for all again.
        Guid? Kept(Guid? id) => text.Beneficiaries.Any(b => b.BeneficiaryId == id) ? id : null;
        return text with
        {
            Lines = [.. text.Lines.Select(l => l with { BeneficiaryId = Kept(l.BeneficiaryId) })],
            Machines = [.. text.Machines.Select(m => m with { BeneficiaryId = Kept(m.BeneficiaryId) })],
        };
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

/// <summary>Kết quả gộp hồ sơ: the merged dossier, or the fields both changed differently.</summary>
public sealed record MergedProject(ProjectText? Text, IReadOnlyList<MergeConflict> Conflicts);
