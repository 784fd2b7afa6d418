using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Seeding;

/// <summary>An invented national group project (dữ liệu minh họa): one machine for each workshop, half of it supported.</summary>
internal static class SampleGroup
{
    public static ProjectText Of(SampleDesk desk, SamplePerson centre, string title, int year, DateOnly agreedOn, params (Establishment Workshop, string Machine, long Millions)[] wanted)
    {
        var whole = wanted.Sum(w => w.Millions);
        var group = desk.Machine(title, null, "Máy chế biến", null, whole, whole / 2, ProjectKind.NationalGroup, year);
        (Guid Id, Establishment Workshop, string Machine, long Millions)[] sites = [.. wanted.Select(w => (desk.NewId(), w.Workshop, w.Machine, w.Millions))];
        return group with
        {
            ImplementingUnit = centre.UnitName,
            Beneficiaries = [.. sites.Select(s => new BeneficiaryText(s.Id, s.Workshop.EstablishmentId, s.Workshop.Name, s.Workshop.Sites[0].ProductionSiteId, s.Workshop.Sites[0].CommuneCode, Dong.Millions(s.Millions / 2)))],
            Lines = [.. sites.Select(s => group.Lines[0] with { LineId = desk.NewId(), Content = s.Machine, BeneficiaryId = s.Id, UnitPrice = Dong.Millions(s.Millions), Funding = new(National: Dong.Millions(s.Millions / 2), Counterpart: Dong.Millions(s.Millions / 2)) })],
            Machines = [.. sites.Select(s => group.Machines[0] with { MachineId = desk.NewId(), BeneficiaryId = s.Id, Name = s.Machine, UnitPrice = Dong.Millions(s.Millions) })],
            Consent = new("Chủ cơ sở Minh Họa", agreedOn, ConsentManner.SignedPaper, centre.Name),
        };
    }
}
