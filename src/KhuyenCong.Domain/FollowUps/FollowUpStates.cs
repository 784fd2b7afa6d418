using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.FollowUps;

/// <summary>Bảng trạng thái của phiếu theo dõi: from, action, to, who, guards. Buttons, POST guards, the guide and the tests read this.</summary>
public static class FollowUpStates
{
    private static readonly FollowUpGuard[] Sending = [FollowUpGuard.NotTooEarly, FollowUpGuard.AnswersWhole, FollowUpGuard.PhotosOrReason, FollowUpGuard.ConsentRecorded];
    private static readonly FollowUpGuard[] Closing = [FollowUpGuard.PastDue, FollowUpGuard.ReasonGiven, FollowUpGuard.NotConcerned];

    public static readonly IReadOnlyList<FollowUpTransition> Table =
    [
        new(FollowUpState.AwaitingAnswer, FollowUpAction.Send, FollowUpState.Submitted, Act.AnswerFollowUp, Sending),
        new(FollowUpState.SentBack, FollowUpAction.Send, FollowUpState.Submitted, Act.AnswerFollowUp, Sending),
        new(FollowUpState.Submitted, FollowUpAction.Confirm, FollowUpState.Confirmed, Act.ConfirmFollowUp, [FollowUpGuard.ConfirmerIsAnother, FollowUpGuard.NotConcerned, FollowUpGuard.PurposeJudged]),
        new(FollowUpState.Submitted, FollowUpAction.SendBack, FollowUpState.SentBack, Act.ConfirmFollowUp, [FollowUpGuard.ReasonGiven, FollowUpGuard.NotConcerned]),
        new(FollowUpState.AwaitingAnswer, FollowUpAction.CloseUnanswered, FollowUpState.NoAnswer, Act.ConfirmFollowUp, Closing),
        new(FollowUpState.SentBack, FollowUpAction.CloseUnanswered, FollowUpState.NoAnswer, Act.ConfirmFollowUp, Closing),
        new(FollowUpState.NoAnswer, FollowUpAction.Reopen, FollowUpState.AwaitingAnswer, Act.ConfirmFollowUp, [FollowUpGuard.ReasonGiven]),
        new(FollowUpState.Confirmed, FollowUpAction.Settle, FollowUpState.Confirmed, Act.ConfirmFollowUp, [FollowUpGuard.PurposeUnsettled, FollowUpGuard.ConfirmerIsAnother, FollowUpGuard.NotConcerned, FollowUpGuard.ReasonGiven]),
    ];

    public static FollowUpTransition? Find(FollowUpState from, FollowUpAction action) => Table.FirstOrDefault(t => t.From == from && t.Action == action);

    /// <summary>The buttons somebody sees; sending is the form's own.</summary>
    /// <param name="followUp">The sheet.</param>
    /// <param name="units">Organisations that are parties to its contract.</param>
    /// <param name="mover">Who looks.</param>
    /// <param name="today">The day.</param>
    public static IEnumerable<FollowUpAction> Offered(FollowUp followUp, IReadOnlyCollection<Guid> units, ProjectMover mover, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == followUp.State && mover.May(t.Who, followUp, units))
            .Select(t => t.Action)
            .Where(a => a is not FollowUpAction.Settle || followUp.MoneyUse is PurposeFinding.Unsettled)
            .Where(a => a is not FollowUpAction.CloseUnanswered || followUp.DueOn < today);
    }

    /// <summary>An owner answers of their own, a commune of what lies in it, the unit that carries the contract out and the Sở of the province's; a commune's own project is confirmed by the commune.</summary>
    public static bool May(this ProjectMover mover, Act act, FollowUp followUp, IReadOnlyCollection<Guid> units)
    {
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(followUp);
        ArgumentNullException.ThrowIfNull(units);
        var isCommunes = followUp.Regime is Regime.Commune;
        return act switch
        {
            Act.AnswerFollowUp => mover.Reach(act) is { } reach && (mover.Owns(followUp) || mover.CarriesOut(units) || reach switch
            {
                Scope.Commune => followUp.CommuneCode is { } commune && mover.Communes.Contains(commune),
                Scope.Province => !isCommunes,
                _ => false,
            }),
            Act.ConfirmFollowUp => mover.Reach(act) switch
            {
                Scope.Commune => isCommunes && mover.Communes.Contains(followUp.TerritoryCode),
                Scope.Province => !isCommunes,
                Scope.Own => !isCommunes && mover.CarriesOut(units),
                _ => false,
            },
            Act.InspectProject => new PlanMover(mover.UserId, mover.Reach, mover.Communes).May(act, followUp.Regime, followUp.TerritoryCode),
            _ => false,
        };
    }

    public static bool Owns(this ProjectMover mover, FollowUp followUp)
    {
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(followUp);
        return mover.OwnEstablishments.Contains(followUp.EstablishmentId);
    }

    /// <summary>Whether the establishment is theirs at whatever workplace.</summary>
    public static bool IsConcerned(this ProjectMover mover, FollowUp followUp)
    {
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(followUp);
        return mover.Owns(followUp) || mover.OtherEstablishments.Contains(followUp.EstablishmentId);
    }

    /// <summary>The Centre where it is a party to the contract: being a party alone opens nobody's figures to another owner.</summary>
    private static bool CarriesOut(this ProjectMover mover, IReadOnlyCollection<Guid> units) =>
        mover.Reach(Act.ConfirmFollowUp) is Scope.Own && mover.OrganisationId is { } unit && units.Contains(unit);
}

/// <summary>Một dòng của bảng trạng thái phiếu theo dõi.</summary>
public sealed record FollowUpTransition(FollowUpState From, FollowUpAction Action, FollowUpState To, Act Who, IReadOnlyList<FollowUpGuard> Guards);
