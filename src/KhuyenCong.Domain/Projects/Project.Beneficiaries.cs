namespace KhuyenCong.Domain.Projects;

// The list of beneficiaries of a group project, which comes after its approval.
public sealed partial class Project
{
    /// <summary>Whether its beneficiaries may be named after its approval, by a list of their own.</summary>
    public bool IsGroup => Kind is ProjectKind.NationalGroup && Nature is ProjectNature.Grant;

    /// <summary>A confirmed list takes the place of the beneficiaries and machines; the approved estimate stays as it is.</summary>
    public void Apply(BeneficiariesConfirmed confirmed)
    {
        ArgumentNullException.ThrowIfNull(confirmed);
        Apply(confirmed.Step);
        Bring(beneficiaries, [.. confirmed.Rows.Select(r => r.Text)], b => b.ProjectBeneficiaryId, t => t.BeneficiaryId, id => new(this, id), (row, order, t) => row.Set(order, t));
        Bring(machines, MachinesOf(confirmed.Rows), m => m.ProjectMachineId, t => t.MachineId, id => new(this, id), (row, order, t) => row.Set(order, t));
        Index();
    }

    /// <summary>The project as it would be with a list, each beneficiary with a line of its own: to be checked and compared, never saved.</summary>
    public Project Preview(IReadOnlyList<ListedBeneficiary> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Preview(Text with { Beneficiaries = [.. rows.Select(r => r.Text)], Machines = MachinesOf(rows), Lines = [.. rows.Where(r => r.Cost is not null).Select(LineOf)] });
    }

    /// <summary>The project as it would be with another text: to be checked and compared, never saved.</summary>
    public Project Preview(ProjectText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var preview = From(new(ProjectId, ProvinceCode, text, CreatedBy, OrganisationId, CreatedOn, ChangedAt));
        (preview.Code, preview.State, preview.FiledOn, preview.Editors) = (Code, State, FiledOn, Editors);
        preview.papers.AddRange(papers);
        return preview;
    }

    private static MachineText[] MachinesOf(IEnumerable<ListedBeneficiary> rows) => [.. rows.SelectMany(r => r.Machines.Select(m => m with { BeneficiaryId = r.BeneficiaryId }))];

    private static LineText LineOf(ListedBeneficiary row) => new(
        row.BeneficiaryId, row.Machines.Count > 0 ? string.Join(", ", row.Machines.Select(m => m.Name)) : row.Name, row.KindCode, row.BeneficiaryId, null, 1, row.Cost!.Value,
        new(National: row.Support, Counterpart: row.Cost!.Value - (row.Support ?? Dong.Zero)));
}
