using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Execution;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <content>Misuse: concluded by a second person, it is an inspection's finding like any other and stands where those stand.</content>
public sealed partial class FollowUpBook
{
    public async Task<IReadOnlyList<Breach>> ProposeMisuseAsync(FollowUpCase of, long? seen, MisuseText text, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(of);
        var ruling = Seen.AsSeen(of.FollowUp.Version, seen ?? -1, MisuseJudging.Propose(of.FollowUp, of.Units, text, mover, clock));
        if (ruling.Event is not { } proposed)
        {
            return ruling.Breaches;
        }

        of.FollowUp.Apply(proposed);
        db.Because("followup.misuse-proposed", proposed.Text.Reason);
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }

    /// <summary>Concludes or dismisses; a conclusion writes the inspection and its finding in the same transaction.</summary>
    public async Task<IReadOnlyList<Breach>> JudgeMisuseAsync(FollowUpCase of, long? seen, bool isMisuse, string? note, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(of);
        var followUp = of.FollowUp;
        var inspectionId = Uuid.New(clock);
        var ruling = Seen.AsSeen(followUp.Version, seen ?? -1, MisuseJudging.Judge(followUp, of.Units, isMisuse, note, inspectionId, mover, clock));
        if (ruling.Event is not { } judged)
        {
            return ruling.Breaches;
        }

        if (isMisuse)
        {
            var (inspection, breaches) = await InspectionOfAsync(of, inspectionId, cancellationToken);
            if (inspection is null)
            {
                return breaches;
            }

            db.Inspections.Add(inspection);
        }

        followUp.Apply(judged);
        db.Because(isMisuse ? "followup.misuse-confirmed" : "followup.misuse-dismissed", judged.Note ?? followUp.MisuseReason);
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }

    /// <summary>By the rules of every inspection: who may, which document, whose record.</summary>
    private async Task<(Inspection? Inspection, IReadOnlyList<Breach> Breaches)> InspectionOfAsync(FollowUpCase of, Guid inspectionId, CancellationToken cancellationToken)
    {
        var followUp = of.FollowUp;
        var project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == followUp.ProjectId, cancellationToken);
        var proposer = await db.Users.Where(u => u.Id == followUp.MisuseProposedBy).Select(u => u.DisplayName).FirstOrDefaultAsync(cancellationToken);
        var planner = viewer.AsPlanMover();
        var title = $"Theo dõi sau hỗ trợ lần {followUp.Round}: {followUp.BeneficiaryName}";
        var text = new InspectionText(
            InspectionKind.Unplanned, Characters.Cut(title, Inspecting.LongestTitle), clock.Today, $"{proposer}\n{viewer.DisplayName}", followUp.MisuseDocument, followUp.MisuseDocumentDate);
        var planned = Inspecting.Plan(
            new(inspectionId, followUp.ProvinceCode, followUp.Regime is Regime.Commune ? followUp.TerritoryCode : null, text, [(Uuid.New(clock), new(followUp.ProjectId, followUp.ContractId))], viewer.UserId, clock.UtcNow),
            [ExecutionBook.Of(of.Contract, project)], planner, clock.Today);
        if (planned.Event is not { } plan)
        {
            return (null, Told(planned.Breaches));
        }

        var inspection = Inspection.From(plan);
        var recorded = Inspecting.Record(inspection, text, followUp.MisuseReason, planner, clock);
        if (recorded.Event is not { } record)
        {
            return (null, Told(recorded.Breaches));
        }

        inspection.Apply(record);
        var responsible = Characters.Cut(followUp.BeneficiaryName, Inspecting.LongestName);
        var found = Inspecting.Find(
            inspection, Uuid.New(clock), new(followUp.ProjectId, FindingKind.MoneyMisuse, followUp.MisuseReason ?? "", responsible, followUp.MisuseDueOn ?? clock.Today, followUp.EstablishmentId), [followUp.EstablishmentId], planner, clock);
        if (found.Event is not { } finding)
        {
            return (null, Told(found.Breaches));
        }

        inspection.Apply(finding);
        return (inspection, []);
    }

    /// <summary>The inspection's own fields are not on this form.</summary>
    private static IReadOnlyList<Breach> Told(IEnumerable<Breach> breaches) => [.. breaches.Select(b => b with { Field = null })];
}
