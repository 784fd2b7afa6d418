using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using PlanGiven = KhuyenCong.Domain.Tests.Plans.Given;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Execution;

/// <summary>Contracts and reports the tests start from (dữ liệu minh họa).</summary>
internal static class Given
{
    public static readonly DateOnly Signed = ProjectGiven.Today.AddMonths(-6);

    public static Guid Id() => ProjectGiven.Id();

    /// <summary>A machine for 400 million, of which half is supported.</summary>
    public static ReportedContract Contract(Regime regime = Regime.Provincial, bool isRunning = true) => new(
        Id(), PlanGiven.Appraised(regime), regime, regime is Regime.Commune ? ProjectGiven.Commune : ProjectGiven.Province, Signed, isRunning, [], null);

    public static ProjectMover Reporter(Regime regime = Regime.Provincial) => ProjectGiven.Mover(regime is Regime.Commune ? Role.CommuneOfficer : Role.CentreOfficer);

    public static ProjectMover Judge(Regime regime = Regime.Provincial) => ProjectGiven.Mover(regime is Regime.Commune ? Role.CommuneLeader : Role.DepartmentLeader);

    public static ProgressText Text(ReportedContract of, long? done, long? spent = null, string? reason = null) => new(
        [.. of.Lines.Select(l => new ProgressLineText(l.ProjectEstimateLineId, l.Content, l.Unit, l.Quantity, l.UnitPrice, done, new(Counterpart: spent is { } amount ? new(amount) : null)))], DeviationReason: reason);

    public static ProgressReport Report(ReportedContract of, ProgressReportState state = ProgressReportState.Drafting, int monthsAgo = 0, long? done = 500, long? spent = null, string? reason = null, ProjectMover? writer = null)
    {
        var month = ProjectGiven.Today.AddMonths(-monthsAgo);
        writer ??= Reporter(of.Regime);
        var report = ProgressReport.From(new(Id(), ProjectGiven.Province, of.ContractId, of.Project.ProjectId, of.Regime, of.TerritoryCode, month.Year, month.Month, ProjectGiven.Today));
        report.Apply(ProgressWriting.Write(report, of, Text(of, done, spent, reason), writer, TimeProvider.System).Event.ShouldNotBeNull());
        ProgressAction[] way = state switch
        {
            ProgressReportState.Submitted => [ProgressAction.Send],
            ProgressReportState.Confirmed => [ProgressAction.Send, ProgressAction.Confirm],
            ProgressReportState.SentBack => [ProgressAction.Send, ProgressAction.SendBack],
            _ => [],
        };
        foreach (var action in way)
        {
            report.Apply(Move(report, of, action, action is ProgressAction.Send ? writer : Judge(of.Regime)).Event.ShouldNotBeNull());
        }

        return report;
    }

    public static Ruling<ProgressMoved> Move(ProgressReport report, ReportedContract of, ProgressAction action, ProjectMover mover, params ProgressReport[] confirmed) =>
        ProgressWriting.Move(report, of, Id(), action, "Lý do đầy đủ", confirmed, mover, TimeProvider.System);

    public static Inspection Inspection(ReportedContract of, bool isRecorded = true)
    {
        var mover = PlanGiven.Mover(of.Regime is Regime.Commune ? Role.CommuneOfficer : Role.DepartmentOfficer);
        var inspection = Domain.Execution.Inspection.From(Plan(of, mover).Event.ShouldNotBeNull());
        if (isRecorded)
        {
            inspection.Apply(Inspecting.Record(inspection, InspectionText(), "Đã xem máy tại xưởng", mover, TimeProvider.System).Event.ShouldNotBeNull());
        }

        return inspection;
    }

    public static Ruling<InspectionPlanned> Plan(ReportedContract of, KhuyenCong.Domain.Plans.PlanMover mover, InspectionText? text = null) => Inspecting.Plan(
        new(Id(), ProjectGiven.Province, of.Regime is Regime.Commune ? of.TerritoryCode : null, text ?? InspectionText(), [(Id(), new(of.Project.ProjectId, of.ContractId))], mover.UserId, TimeProvider.System.UtcNow),
        [of], mover, ProjectGiven.Today);

    public static InspectionText InspectionText(InspectionKind kind = InspectionKind.Planned, DateOnly? on = null) => new(kind, "Kiểm tra việc lắp máy", on ?? ProjectGiven.Today, "Nguyễn Minh Họa, Sở Công Thương");

    public static FindingText Finding(ReportedContract of, FindingKind kind = FindingKind.Quality, Guid? establishment = null) => new(of.Project.ProjectId, kind, "Bổ sung chứng từ", "Cơ sở minh họa", ProjectGiven.Today.AddDays(10), establishment);
}
