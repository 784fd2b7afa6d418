using System.Security.Cryptography;
using System.Text;
using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Pages.Projects;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>What a change of the law would mean for open dossiers.</summary>
/// <param name="Mark">Names what was shown: a change is saved only by whoever has seen this.</param>
/// <param name="Open">Dossiers looked at.</param>
/// <param name="Effects">Those whose answer would change.</param>
public sealed record ChangePreview(string Mark, int Open, IReadOnlyList<NormEffect> Effects)
{
    /// <summary>The field that carries the mark back.</summary>
    public const string Field = "da-xem";

    public int Changed => Effects.Select(e => e.Dossier.Id).Distinct().Count();

    public bool IsSeenBy(string? mark) => mark == Mark;
}

/// <summary>Shows what entering, amending, adopting or ending touches, before it is saved.</summary>
public sealed class ChangeDesk(KhuyenCongDb db, ProjectBook projects)
{
    /// <param name="before">The book as it is.</param>
    /// <param name="after">The book as it would be.</param>
    /// <param name="kindCode">The kind of support it is about; null = any.</param>
    /// <param name="from">The first day that it counts.</param>
    /// <param name="change">What is to be saved, where that has to be the very thing shown.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ChangePreview> OfAsync(NormBook before, NormBook after, string? kindCode, DateOnly from, object? change, CancellationToken cancellationToken)
    {
        var dossiers = await projects.OpenDossiersAsync(kindCode, from, cancellationToken);
        NormEffect[] effects = [.. NormChange.Effects(dossiers, before, after)];
        return new(MarkOf(change, effects), dossiers.Select(d => d.Id).Distinct().Count(), effects);
    }

    /// <summary>A norm that comes into the book, in place of an older version of it or not.</summary>
    public async Task<ChangePreview> OfAsync(NormBook before, Norm added, NormWritten written, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(written);
        // A book of its own: the older version ends in it.
        var after = (await db.NormBookAsync(cancellationToken)).With(added);
        if (written.Ended is { } ended)
        {
            after.Norms.First(n => n.Id == ended.LegalRuleId).Law.Rule.Apply(ended);
        }

        // The id is made anew with every look.
        return await OfAsync(before, after, added.KindCode, written.Rule.Text.EffectiveFrom!.Value, new object[] { written.Rule.Text, written.Norm.Terms, written.Rule.LegalDocumentId }, cancellationToken);
    }

    /// <summary>A rule that a province adopts from a day on.</summary>
    public async Task<ChangePreview> OfAsync(LegalRule rule, RuleAdopted adopted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(adopted);
        var before = await db.NormBookAsync(cancellationToken);
        var after = before.Adopting(rule.LegalRuleId, [.. before.Row(rule.LegalRuleId)?.Adoptions ?? [], RuleAdoption.Of(adopted)]);
        return await OfRuleAsync(before, after, rule, adopted.Text.From, cancellationToken);
    }

    /// <summary>An adoption that ends.</summary>
    public async Task<ChangePreview> OfAsync(LegalRule rule, AdoptionRevoked revoked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(revoked);
        var (before, after) = (await db.NormBookAsync(cancellationToken), await db.NormBookAsync(cancellationToken));
        after.Row(rule.LegalRuleId)?.Adoptions.First(a => a.RuleAdoptionId == revoked.RuleAdoptionId).Apply(revoked);
        return await OfRuleAsync(before, after, rule, revoked.To.AddDays(1), cancellationToken);
    }

    private Task<ChangePreview> OfRuleAsync(NormBook before, NormBook after, LegalRule rule, DateOnly from, CancellationToken cancellationToken)
    {
        if (rule.Kind is not (RuleKind.Norm or RuleKind.Condition or RuleKind.Form))
        {
            // No dossier is checked against the others.
            return Task.FromResult(new ChangePreview(MarkOf(null, []), 0, []));
        }

        var kind = before.Norms.FirstOrDefault(n => n.Id == rule.LegalRuleId)?.KindCode ?? before.PaperLists.FirstOrDefault(l => l.Law.Rule.LegalRuleId == rule.LegalRuleId)?.KindCode;
        return OfAsync(before, after, kind, from, null, cancellationToken);
    }

    private static string MarkOf(object? change, IEnumerable<NormEffect> effects)
    {
        var shown = new StringBuilder(change is null ? "" : ProgrammeJson.Write(change));
        foreach (var effect in effects)
        {
            shown.Append($"|{effect.Dossier.Id:N} {effect.Before.Verdict} {effect.After.Verdict} {effect.After.Highest?.Amount} ").AppendJoin(' ', effect.NewStatements.Select(s => s.Code));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())))[..16];
    }
}
