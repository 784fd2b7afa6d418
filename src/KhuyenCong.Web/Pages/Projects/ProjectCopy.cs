using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Chép từ đề án trước: what is said again, without what belonged to that time – dates, serials, consent, answers.</summary>
public static class ProjectCopy
{
    public static ProjectText Of(ProjectText text, int year, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ids = text.Beneficiaries.ToDictionary(b => b.BeneficiaryId, _ => Uuid.New(clock));
        Guid? Of(Guid? id) => id is { } known && ids.TryGetValue(known, out var fresh) ? fresh : null;
        return text with
        {
            Year = year,
            StartsOn = null,
            EndsOn = null,
            Dossier = text.Dossier with { Schedule = null },
            Beneficiaries = [.. text.Beneficiaries.Select(b => b with { BeneficiaryId = ids[b.BeneficiaryId] })],
            Lines = [.. text.Lines.Select(l => l with { LineId = Uuid.New(clock), BeneficiaryId = Of(l.BeneficiaryId) })],
            Machines = [.. text.Machines.Select(m => m with { MachineId = Uuid.New(clock), BeneficiaryId = Of(m.BeneficiaryId), Serial = null })],
            Holds = default,
            Fails = default,
            Consent = null,
        };
    }
}

/// <summary>How many rows a kept draft has, so that all of it can be put back.</summary>
public sealed record DraftRows(int WorkPlan, int Lines, int Machines)
{
    public static async Task<DraftRows> OfAsync(KhuyenCongDb db, Guid userId, string form, string subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var fields = await db.DraftFields.AsNoTracking().Where(f => f.UserId == userId && f.Form == form && f.Subject == subject && f.Field.StartsWith("Form.") && f.Value != "").Select(f => f.Field).ToListAsync(cancellationToken);
        int Rows(string list) => fields.Where(f => f.StartsWith($"Form.{list}[", StringComparison.Ordinal))
            .Select(f => int.TryParse(f[(list.Length + 6)..].Split(']')[0], CultureInfo.InvariantCulture, out var row) ? row + 1 : 0).DefaultIfEmpty().Max();
        return new(Rows("WorkPlan"), Rows("Lines"), Rows("Machines"));
    }
}
