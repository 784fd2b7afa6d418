using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Tem máy: what a machine tells of itself to whoever stands before it. Nothing of it is about a person.</summary>
/// <param name="Address">Of the machine's page, with its host: what the code leads to.</param>
public sealed record MachineLabel(string Name, string? Serial, string? ProjectCode, string? Programme, string Address);

internal static class MachineLabels
{
    /// <summary>Labels of those machines of a project that are accepted: before that, nobody has paid for them.</summary>
    public static async Task<IReadOnlyList<MachineLabel>> LabelsAsync(this KhuyenCongDb db, Guid projectId, IEnumerable<MachinePassport> machines, HttpRequest request, CancellationToken cancellationToken)
    {
        var project = await db.Projects.AsNoTracking().SingleAsync(p => p.ProjectId == projectId, cancellationToken);
        var programme = project.ProgrammeId is { } of ? await db.Programmes.Where(p => p.ProgrammeId == of).Select(p => p.Title).SingleOrDefaultAsync(cancellationToken) : null;
        return [.. machines.Where(m => m.AcceptedKey is not null).OrderBy(m => m.Order)
            .Select(m => new MachineLabel(m.Name, m.Serial, project.Code, programme, $"{request.Scheme}://{request.Host}{request.PathBase}/may-moc/{m.MachinePassportId}"))];
    }
}
