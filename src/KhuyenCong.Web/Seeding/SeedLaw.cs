using System.Text.Json;
using System.Text.Json.Serialization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>The legal library as far as it is known, each document and rule with how far it is verified.</summary>
internal sealed class SeedLaw(KhuyenCongDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task RunAsync(string documents, string rules, CancellationToken cancellationToken)
    {
        var file = JsonSerializer.Deserialize<LawFile>(documents, Json)!;
        var ids = await db.LegalDocuments.Where(d => d.Code != null).ToDictionaryAsync(d => d.Code!, d => d.LegalDocumentId, cancellationToken);
        foreach (var text in file.Documents.Where(d => !ids.ContainsKey(d.Code!)))
        {
            ids[text.Code!] = Uuid.New(clock);
            db.LegalDocuments.Add(LegalDocument.From(new DocumentAdded(ids[text.Code!], text)));
        }

        var related = await db.LegalRelations.Select(r => new { r.SourceId, r.TargetId, r.Kind }).ToListAsync(cancellationToken);
        foreach (var text in file.Relations)
        {
            var (source, target) = (ids[text.Source], ids[text.Target]);
            if (!related.Any(r => r.SourceId == source && r.TargetId == target && r.Kind == text.Kind))
            {
                db.LegalRelations.Add(LegalRelation.From(new DocumentsRelated(Uuid.New(clock), source, target, text.Kind, text.Clause, text.Date, text.Verification, text.Note)));
            }
        }

        var present = await db.LegalRules.Select(r => r.Code).ToHashSetAsync(cancellationToken);
        foreach (var text in JsonSerializer.Deserialize<List<RuleText>>(rules, Json)!.Where(r => !present.Contains(r.Code)))
        {
            db.LegalRules.Add(LegalRule.From(new RuleAdded(Uuid.New(clock), ids[text.Document], text)));
        }

        db.Because("law.seeded");
        await db.SaveChangesAsync(cancellationToken);
    }
}
