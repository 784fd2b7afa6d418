using System.Globalization;
using System.Text;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Plans;

/// <summary>Căn cứ ưu tiên theo ngành nghề: what puts an establishment into group (a) or (b).</summary>
public enum TradeGround
{
    /// <summary>Nhóm (b): có sản phẩm CNNT tiêu biểu.</summary>
    TypicalProduct,

    /// <summary>Nhóm (b): sản phẩm chủ lực, lợi thế của tỉnh.</summary>
    KeyProduct,

    /// <summary>Nhóm (b): xuất khẩu.</summary>
    Export,

    /// <summary>Nhóm (b): nguyên liệu tại chỗ.</summary>
    LocalMaterial,

    /// <summary>Nhóm (b): nhiều lao động.</summary>
    MuchLabour,

    /// <summary>Nhóm (a): chế biến nông, lâm, thủy sản.</summary>
    Processing,

    /// <summary>Nhóm (a): cơ khí.</summary>
    Mechanics,

    /// <summary>Nhóm (a): hóa chất phục vụ nông nghiệp; stated by people.</summary>
    FarmChemicals,

    /// <summary>Nhóm (a): công nghiệp hỗ trợ, by the Prime Minister's list; stated by people.</summary>
    SupportingIndustry,
}

/// <summary>Ưu tiên theo ngành nghề: the thresholds in force, as the legal library has them.</summary>
/// <param name="LocalMaterialAbove">The share, in basis points, that local material must exceed; null where the library has none, and then it gives no place.</param>
/// <param name="LabourFrom">From how many workers on labour counts as much; null likewise.</param>
/// <remarks>TT 46/2012 Đ.6 k2. What the registry knows gives a place, and what an officer confirmed of what it cannot know: <see cref="TradeStatement"/>.</remarks>
public sealed record TradePriority(int? LocalMaterialAbove, int? LabourFrom)
{
    public const string LocalMaterialRule = "priority.local-material";
    public const string MuchLabourRule = "priority.much-labour";

    // Huyền, hỏi, ngã, sắc, nặng as marks of their own.
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    public static readonly IReadOnlyList<string> RuleCodes = [LocalMaterialRule, MuchLabourRule];

    /// <summary>Rules of group (a): "priority.trade-a.mechanics.25", one for each VSIC division, which is the rule's quantity.</summary>
    public const string GroupARules = "priority.trade-a.";

    private static readonly Dictionary<string, TradeGround> GroundsOfA = new() { ["processing"] = TradeGround.Processing, ["mechanics"] = TradeGround.Mechanics };

    /// <summary>Which VSIC divisions are of group (a), and by which ground.</summary>
    public IReadOnlyList<(int Division, TradeGround Ground)> Divisions { get; init; } = [];

    /// <param name="inForce">The rules of priority in force on the day; what the library does not say gives no place.</param>
    public static TradePriority Of(IEnumerable<LegalRule> inForce)
    {
        var rules = inForce.OrderBy(r => r.Code, StringComparer.Ordinal).ToList();
        return new(rules.Find(r => r.Code == LocalMaterialRule)?.BasisPoints, rules.Find(r => r.Code == MuchLabourRule)?.Quantity)
        {
            Divisions = [.. rules.Where(r => r.Quantity is not null && GroundOf(r.Code) is not null).Select(r => (r.Quantity!.Value, GroundOf(r.Code)!.Value))],
        };
    }

    /// <summary>Nhóm (b): certified or key product, export, local material, much labour.</summary>
    public IEnumerable<TradeGround> GroupB(Establishment establishment, IEnumerable<ProvincialProduct> products, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(products);
        var own = establishment.Products.Select(p => p.Name).Append(establishment.Trade).Select(Spelt).ToList();
        var last = establishment.Years.MaxBy(y => y.Year);
        return new (bool Holds, TradeGround Ground)[]
        {
            (establishment.Certificates.Any(c => c.Kind is CertificateKind.TypicalProduct && c.Covers(day)), TradeGround.TypicalProduct),
            (products.Any(p => p.Covers(day) && Spelt(p.Name) is { Length: > 1 } key && own.Exists(o => o.Contains(key, StringComparison.Ordinal))), TradeGround.KeyProduct),
            (last?.Export > Dong.Zero, TradeGround.Export),
            (last?.LocalMaterialBasisPoints > LocalMaterialAbove, TradeGround.LocalMaterial),
            (last?.Labour >= LabourFrom, TradeGround.MuchLabour),
        }.Where(g => g.Holds).Select(g => g.Ground);
    }

    /// <summary>Nhóm (a), as far as the trade's VSIC division tells; chemicals for farming and supporting industry are not told by it, but stated.</summary>
    public IEnumerable<TradeGround> GroupA(Establishment establishment)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        return establishment.TradeCode is not { Length: >= 2 } code ? [] : Divisions.Where(d => code.StartsWith($"{d.Division:00}", StringComparison.Ordinal)).Select(d => d.Ground).Distinct();
    }

    private static TradeGround? GroundOf(string code) =>
        code.StartsWith(GroupARules, StringComparison.Ordinal) && GroundsOfA.TryGetValue(code[GroupARules.Length..].Split('.')[0], out var ground) ? ground : null;

    /// <summary>Whole words with their marks, between spaces: "cá" is no part of "cà phê". The tone belongs to the word wherever it is written, so "thuỷ" is "thủy".</summary>
    private static string Spelt(string? text)
    {
        var (words, tones) = (new StringBuilder(" "), new StringBuilder());
        foreach (var c in (text ?? "").ToLowerInvariant().Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (Tones.Contains(c))
            {
                tones.Append(c);
            }
            else if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                words.Append(c);
            }
            else if (words[^1] is not ' ')
            {
                words.Append(tones).Append(' ');
                tones.Clear();
            }
        }

        return words.ToString();
    }
}
