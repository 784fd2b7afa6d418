using System.Text.RegularExpressions;

namespace KhuyenCong.Domain.Establishments;

/// <summary>What the rules of the registry need to know besides the input.</summary>
/// <param name="IsCommune">Whether a code is a commune of this province.</param>
/// <param name="Size">The rule by which a year's figures are classed.</param>
public sealed record RegistryFacts(Func<string, bool> IsCommune, SizeRule Size, DateOnly Today, DateTime At);

/// <summary>Ghi nhận, sửa cơ sở: everything a record must hold to, told all at once.</summary>
public static partial class Registering
{
    public const int LongestName = 300;
    public const int LongestText = 500;
    public const string CurrentTradeCodes = "VSIC 2025";
    public static readonly IReadOnlyList<string> TradeCodeVersions = [CurrentTradeCodes, "VSIC 2018"];

    public static Ruling<EstablishmentRegistered> Register(EstablishmentRegistered wanted, RegistryFacts facts)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(facts);
        var parts = wanted.Parts.Select(p => (p.PartId, Entry: PartRules.Prepared(p.Entry, facts))).ToList();
        List<Breach> breaches = [.. OfText(wanted.Text)];
        if (!parts.Exists(p => p.Entry is SiteEntry))
        {
            breaches.Add(new("establishment.site-missing", "Site.CommuneCode"));
        }

        if (wanted.Text.State is EstablishmentState.Merged)
        {
            breaches.Add(new("establishment.state-by-merge-only", nameof(wanted.Text.State)));
        }

        breaches.AddRange(parts.SelectMany(p => PartRules.Judge([], null, p.Entry, facts).Select(b => b with { Field = $"{Kind(p.Entry)}.{b.Field}" })));
        return Decide.Unless(breaches, () => wanted with { Text = Trimmed(wanted.Text), Parts = parts });
    }

    /// <param name="establishment">As it stands.</param>
    /// <param name="text">As wanted.</param>
    /// <param name="formerNameId">The id of the former name's row, where one is left behind.</param>
    /// <param name="nameIsCorrection">The old name was a misspelling, not a former name.</param>
    /// <param name="facts">The day.</param>
    public static Ruling<EstablishmentEdited> Edit(Establishment establishment, EstablishmentText text, Guid formerNameId, bool nameIsCorrection, RegistryFacts facts)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        List<Breach> breaches = [.. OfText(text)];
        if (establishment.State is EstablishmentState.Merged)
        {
            breaches.Add(new("establishment.merged"));
        }
        else if (text.State is EstablishmentState.Merged)
        {
            breaches.Add(new("establishment.state-by-merge-only", nameof(text.State)));
        }

        var renamed = !nameIsCorrection && establishment.Name != text.Name.Trim();
        var since = establishment.FormerNames.Select(n => n.To).Max()?.AddDays(1);
        return Decide.Unless(breaches, () => new EstablishmentEdited(
            establishment.EstablishmentId, Trimmed(text), renamed ? (formerNameId, new NameEntry(establishment.Name, since, facts.Today.AddDays(-1))) : null, facts.At));
    }

    /// <summary>Gắn tài khoản của chủ cơ sở: once, and to the record that stands; of a merged one the owner would see nothing that is kept.</summary>
    public static Ruling<OwnerLinked> LinkOwner(Establishment establishment, Guid organisationId)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        return Decide.If<OwnerLinked>(
            () => new(establishment.EstablishmentId, organisationId),
            (establishment.State is not EstablishmentState.Merged, new("establishment.merged")),
            (establishment.OrganisationId is null, new("establishment.owner-linked-already")));
    }

    private static IEnumerable<Breach> OfText(EstablishmentText text)
    {
        if (string.IsNullOrWhiteSpace(text.Name))
        {
            yield return new("establishment.name-missing", nameof(text.Name));
        }
        else if (text.Name.Trim().Length > LongestName)
        {
            yield return new("establishment.too-long", nameof(text.Name), LongestName);
        }

        if (text.TradeCode is { Length: > 0 } code)
        {
            if (!TradeCodeShape().IsMatch(code.Trim()))
            {
                yield return new("establishment.trade-code-shape", nameof(text.TradeCode));
            }

            if (!TradeCodeVersions.Contains(text.TradeCodeVersion))
            {
                yield return new("establishment.trade-version", nameof(text.TradeCodeVersion));
            }
        }

        foreach (var (value, field) in new[] { (text.HeadOffice, nameof(text.HeadOffice)), (text.Trade, nameof(text.Trade)) })
        {
            if (value is { Length: > LongestText })
            {
                yield return new("establishment.too-long", field, LongestText);
            }
        }
    }

    /// <summary>"Site" for a <see cref="SiteEntry"/>: which of the form's groups a breach speaks of.</summary>
    private static string Kind(PartEntry entry) => entry.GetType().Name.Replace("Entry", "");

    private static EstablishmentText Trimmed(EstablishmentText text) => text with
    {
        Name = text.Name.Trim().Normalize(),
        HeadOffice = PartRules.Blank(text.HeadOffice),
        TradeCode = PartRules.Blank(text.TradeCode),
        Trade = PartRules.Blank(text.Trade),
    };

    [GeneratedRegex(@"^\d{4,5}$")]
    private static partial Regex TradeCodeShape();
}
