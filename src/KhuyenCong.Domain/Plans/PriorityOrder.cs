using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Thứ tự ưu tiên: which project comes before which, by the rules of the library in force on the day.</summary>
/// <remarks>Territory before trade, trade group (b) before (a); cleaner production stands apart, by effect and urgency, which people judge.</remarks>
public static class PriorityOrder
{
    public const string KeyFirst = "priority.key-project-first";
    public const string TerritoryFirst = "priority.territory-before-trade";
    public const string TradeGroups = "priority.trade-b-before-a";
    public const string CleanerApart = "priority.cleaner-production-apart";

    public static readonly IReadOnlyList<string> RuleCodes = [KeyFirst, TerritoryFirst, TradeGroups, CleanerApart];

    public const int NoTerritory = 4;
    public const int NoTrade = 2;

    /// <param name="facts">What is known of the project.</param>
    /// <param name="inForce">Codes of the priority rules in force on the day.</param>
    public static PriorityPlace Of(PriorityFacts facts, IReadOnlyCollection<string> inForce)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(inForce);
        var isApart = facts.IsCleanerProduction && inForce.Contains(CleanerApart);
        return new(
            facts.Kind is ProjectKind.NationalKey && inForce.Contains(KeyFirst),
            isApart,
            isApart || !inForce.Contains(TerritoryFirst) ? NoTerritory : facts.Territory is { } territory ? (int)territory : NoTerritory,
            isApart || !inForce.Contains(TradeGroups) ? NoTrade : facts.TradeB.Count > 0 ? 0 : facts.TradeA.Count > 0 ? 1 : NoTrade);
    }
}

/// <summary>Địa bàn ưu tiên, in the order in which it is considered (TT 46/2012 Đ.6).</summary>
public enum PriorityTerritory
{
    /// <summary>Vùng cao, hải đảo, biên giới, vùng đồng bào dân tộc thiểu số.</summary>
    HighlandOrIsland,

    /// <summary>Huyện nghèo.</summary>
    PoorDistrict,

    /// <summary>Xã trong kế hoạch xây dựng nông thôn mới.</summary>
    NewRural,

    /// <summary>Địa bàn khó khăn, đặc biệt khó khăn theo pháp luật đầu tư.</summary>
    Difficult,
}

/// <summary>Căn cứ xếp ưu tiên của một đề án.</summary>
/// <param name="Kind">Điểm first, for national projects.</param>
/// <param name="IsCleanerProduction">Sản xuất sạch hơn.</param>
/// <param name="Territory">Null = not known to be one.</param>
/// <param name="TradeB">Which of group (b) hold: certified or key product, export, local material, much labour.</param>
/// <param name="TradeA">Which of group (a) hold.</param>
public sealed record PriorityFacts(ProjectKind Kind, bool IsCleanerProduction, PriorityTerritory? Territory, IReadOnlyList<TradeGround> TradeB, IReadOnlyList<TradeGround> TradeA)
{
    /// <summary>Together with what an officer confirmed of its trade.</summary>
    public PriorityFacts With(IEnumerable<TradeStatement> stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        var grounds = stated.Where(s => s.State is TradeStatementState.Confirmed).Select(s => s.Ground).Distinct().ToLookup(g => g is TradeGround.FarmChemicals or TradeGround.SupportingIndustry);
        return this with { TradeB = [.. TradeB.Union(grounds[false])], TradeA = [.. TradeA.Union(grounds[true])] };
    }
}

/// <summary>Vị trí ưu tiên; the smaller comes first.</summary>
public sealed record PriorityPlace(bool IsKey, bool IsApart, int Territory, int Trade) : IComparable<PriorityPlace>
{
    public int CompareTo(PriorityPlace? other) => other is null ? -1 : Rank.CompareTo(other.Rank);

    private (int, int, int, int) Rank => (IsKey ? 0 : 1, IsApart ? 1 : 0, Territory, Trade);

    public static bool operator <(PriorityPlace left, PriorityPlace right) => left is not null && left.CompareTo(right) < 0;

    public static bool operator >(PriorityPlace left, PriorityPlace right) => left is not null && left.CompareTo(right) > 0;

    public static bool operator <=(PriorityPlace left, PriorityPlace right) => left is null || left.CompareTo(right) <= 0;

    public static bool operator >=(PriorityPlace left, PriorityPlace right) => left is null || left.CompareTo(right) >= 0;
}

/// <summary>Địa bàn ưu tiên của tỉnh: a commune in a class, by a document, for a time.</summary>
public sealed class CommunePriority : IProvincial, IDated, IAudited
{
    private CommunePriority()
    {
    }

    public Guid CommunePriorityId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public string CommuneCode { get; private set; } = "";

    public PriorityTerritory Class { get; private set; }

    public string Document { get; private set; } = "";

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public AuditSubject AuditSubject => new(nameof(CommunePriority), CommunePriorityId);

    public static CommunePriority Of(CommunePriorityListed listed)
    {
        ArgumentNullException.ThrowIfNull(listed);
        return new()
        {
            CommunePriorityId = listed.CommunePriorityId,
            ProvinceCode = listed.ProvinceCode,
            CommuneCode = listed.CommuneCode,
            Class = listed.Class,
            Document = listed.Document,
            From = listed.From,
            To = listed.To,
        };
    }

    public void End(DateOnly lastDay) => To = lastDay;

    public static Ruling<CommunePriorityListed> List(CommunePriorityListed wanted, bool communeIsKnown, IEnumerable<CommunePriority> listed)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Decide.If(
            () => wanted with { Document = wanted.Document.Trim() },
            (communeIsKnown, new("plan.commune-missing", nameof(wanted.CommuneCode))),
            (!string.IsNullOrWhiteSpace(wanted.Document), new("product.document-missing", nameof(wanted.Document))),
            (wanted.Document is not { Length: > 500 }, new("project.too-long", nameof(wanted.Document), 500)),
            (wanted.To is not { } to || to >= wanted.From, new("project.period-reversed", nameof(wanted.To))),
            (!listed.Any(p => p.CommuneCode == wanted.CommuneCode && p.Class == wanted.Class && (p.To is not { } end || end >= wanted.From) && (wanted.To is not { } last || p.From <= last)), new("plan.priority-listed", nameof(wanted.CommuneCode))));
    }
}

/// <summary>Đã đưa một xã vào danh mục địa bàn ưu tiên.</summary>
public sealed record CommunePriorityListed(Guid CommunePriorityId, string ProvinceCode, string CommuneCode, PriorityTerritory Class, string Document, DateOnly From, DateOnly? To);
