using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>National spending norms, conditions and lists of papers as far as they are known; the provinces' own are empty and asked for.</summary>
internal sealed class SeedNorms(KhuyenCongDb db, TimeProvider clock)
{
    public async Task RunAsync(string norms, CancellationToken cancellationToken)
    {
        var file = ProgrammeJson.Read<NormFile>(norms);
        var documents = await db.LegalDocuments.Where(d => d.Code != null).ToDictionaryAsync(d => d.Code!, d => d.LegalDocumentId, cancellationToken);
        var rules = (await db.LegalRules.Where(r => r.TerritoryProvinceCode == null).Select(r => new { r.Code, r.LegalRuleId }).ToListAsync(cancellationToken)).ToLookup(r => r.Code, r => r.LegalRuleId);
        var kinds = await db.SupportKinds.Select(k => k.Code).ToHashSetAsync(cancellationToken);
        foreach (var (text, order) in file.Kinds.Select((k, i) => (k, i)).Where(k => !kinds.Contains(k.k.Code)))
        {
            db.SupportKinds.Add(SupportKind.Of(text, order));
        }

        Guid Rule(RuleText text)
        {
            if (rules[text.Code].FirstOrDefault() is var known && known != Guid.Empty)
            {
                return known;
            }

            var id = Uuid.New(clock);
            db.LegalRules.Add(LegalRule.From(new(id, documents[text.Document], text)));
            return id;
        }

        foreach (var text in file.Rules)
        {
            Rule(text);
        }

        var present = await db.SpendingNorms.Select(n => n.LegalRuleId).ToHashSetAsync(cancellationToken);
        foreach (var shipped in file.Norms)
        {
            var id = shipped.Rule is { } rule ? Rule(rule) : rules[shipped.RuleCode!].First();
            if (present.Add(id))
            {
                db.SpendingNorms.Add(SpendingNorm.Of(new(id, null, shipped.Terms)));
            }
        }

        var listed = (await db.RequiredPapers.Where(p => p.ProvinceCode == null).ToListAsync(cancellationToken)).ToLookup(p => p.LegalRuleId);
        foreach (var (list, order) in file.Papers.Select((p, i) => (p, i)))
        {
            var id = Rule(list.Rule);
            if (!listed[id].Any())
            {
                db.RequiredPapers.AddRange(list.Papers.Select((p, i) => RequiredPaper.Of(Uuid.New(clock), id, null, list.Checklist, list.Stage, p, (order * 100) + i, list.Kind)));
            }
            else if (list.Kind is { } kind)
            {
                // Shipped first without its kind of support.
                foreach (var paper in listed[id].Where(p => p.KindCode is null))
                {
                    paper.Apply(new PaperAssigned(kind, list.Papers.FirstOrDefault(p => p.Code == paper.Code)?.OnlyIf ?? paper.OnlyIf));
                }
            }
        }

        await LocalAsync(file, documents, cancellationToken);
        db.Because("law.seeded");
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task LocalAsync(NormFile file, Dictionary<string, Guid> documents, CancellationToken cancellationToken)
    {
        var parts = (await db.EveryProvince<TerritoryPart>().Select(p => new { p.ProvinceCode, p.Code }).ToListAsync(cancellationToken)).Select(p => (p.ProvinceCode, p.Code)).ToHashSet();
        db.TerritoryParts.AddRange(file.Parts.Where(p => parts.Add((p.ProvinceCode, p.Code))).Select(p => TerritoryPart.Of(Uuid.New(clock), p)));
        var sources = (await db.EveryProvince<NormSource>().Select(s => new { s.ProvinceCode, s.LegalDocumentId, s.TerritoryPartCode }).ToListAsync(cancellationToken)).Select(s => (s.ProvinceCode, s.LegalDocumentId, s.TerritoryPartCode)).ToHashSet();
        foreach (var text in file.Sources)
        {
            var document = text.Document is { } code ? documents[code] : (Guid?)null;
            if (sources.Add((text.ProvinceCode, document, text.TerritoryPartCode)))
            {
                db.NormSources.Add(NormSource.Of(Uuid.New(clock), text.ProvinceCode, document, text.TerritoryPartCode, text.Note));
            }
        }
    }
}
