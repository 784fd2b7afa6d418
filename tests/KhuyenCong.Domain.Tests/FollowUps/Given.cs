using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.FollowUps;

/// <summary>Sheets the tests start from (dữ liệu minh họa).</summary>
internal static class Given
{
    public static readonly FollowedMachine Machine = new(Id(), "Máy ép dầu", "SN-0012-A");

    /// <summary>The Centre's unit is a party to every contract here.</summary>
    public static readonly Guid[] Units = [ProjectGiven.Unit];

    public static Guid Id() => ProjectGiven.Id();

    public static ProjectMover Owner() => ProjectGiven.Mover(Role.EstablishmentOwner, Id(), ProjectGiven.Commune, ProjectGiven.Establishment);

    public static ProjectMover Judge(Regime regime = Regime.Provincial) => ProjectGiven.Mover(regime is Regime.Commune ? Role.CommuneLeader : Role.DepartmentLeader);

    public static FollowedSupport Support(Regime regime = Regime.Provincial, DateOnly? acceptedOn = null) => new(
        ProjectGiven.Province, Id(), Id(), Id(), regime, regime is Regime.Commune ? ProjectGiven.Commune : ProjectGiven.Province, Id(), ProjectGiven.Establishment, "Hộ kinh doanh Minh Họa", Id(), ProjectGiven.Commune, acceptedOn ?? ProjectGiven.Today.AddMonths(-13));

    public static FollowUpText Text(MachineUse? use = MachineUse.InUse, string? reason = null, BehalfConsent? consent = null) => new()
    {
        Workers = 12,
        WorkersBefore = 9,
        Revenue = new(900_000_000),
        RevenueBefore = new(600_000_000),
        Machines = [new(Machine.MachinePassportId, use, reason)],
        NoPhotoReason = "Điện thoại hỏng",
        Consent = consent,
    };

    public static BehalfConsent Consent() => new("Chủ cơ sở Minh Họa", ProjectGiven.Today, ConsentManner.SignedPaper);

    /// <summary>The first sheet, overdue by a month unless accepted later, brought to a state by the owner and a judge.</summary>
    public static FollowUp Sheet(FollowUpState state = FollowUpState.AwaitingAnswer, Regime regime = Regime.Provincial, FollowUpText? text = null, DateOnly? acceptedOn = null, ProjectMover? writer = null)
    {
        var support = Support(regime, acceptedOn);
        var sheet = FollowUp.From(new(Id(), support, FollowUpDue.Of(support.AcceptedOn, [])[0], ProjectGiven.Today, TimeProvider.System.UtcNow));
        FollowUpAction[] way = state switch
        {
            FollowUpState.Submitted => [FollowUpAction.Send],
            FollowUpState.Confirmed => [FollowUpAction.Send, FollowUpAction.Confirm],
            FollowUpState.SentBack => [FollowUpAction.Send, FollowUpAction.SendBack],
            FollowUpState.NoAnswer => [FollowUpAction.CloseUnanswered],
            _ => [],
        };
        if (way is [FollowUpAction.Send, ..])
        {
            Write(sheet, text ?? Text(), writer ?? Owner());
        }

        foreach (var action in way)
        {
            sheet.Apply(Move(sheet, action, action is FollowUpAction.Send ? writer ?? Owner() : Judge(regime)).Event.ShouldNotBeNull());
        }

        return sheet;
    }

    public static void Write(FollowUp sheet, FollowUpText text, ProjectMover writer) =>
        sheet.Apply(Following.Write(sheet, Units, text, [Machine], writer, TimeProvider.System).Event.ShouldNotBeNull());

    public static Ruling<FollowUpMoved> Move(FollowUp sheet, FollowUpAction action, ProjectMover mover, PurposeFinding? purpose = PurposeFinding.Unsettled, string? note = "Lý do đầy đủ") =>
        Following.Move(sheet, Units, action, purpose, note, mover, TimeProvider.System);
}
