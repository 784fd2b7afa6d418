using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;

namespace KhuyenCong.Domain.Reminders;

/// <content>Requests on their way, what is to come back, what is asked to be changed of a signed contract, and what ends the contracts of a stopped project.</content>
public static partial class ProjectClock
{
    /// <summary>Nothing sets a day for them: whoever signs sees since when they wait.</summary>
    private static IEnumerable<WaitingItem> Changes(ContractFact contract)
    {
        if (contract.AmendmentSince is { } proposed)
        {
            yield return At(contract, WaitingKind.AmendmentProposed, contract.ContractId, Act.SignContract, proposed);
        }

        if (contract.BankChangeSince is { } asked)
        {
            yield return At(contract, WaitingKind.BankChangeAsked, contract.ContractId, Act.SignContract, asked);
        }
    }

    /// <summary>Từ ngày này việc của đợt thanh toán hiện ra: so many days before the day of the contract. The product's own choice; no law says so.</summary>
    public const int MilestoneDaysAhead = 15;

    /// <summary>The day is the contract's own: it tells whoever pays to look whether the payment is due by the work done, and stops nothing. A request on its way, or the file that ends the contract, tells of itself.</summary>
    private static IEnumerable<WaitingItem> Milestones(ContractFact contract, ClockFacts facts, DateOnly today)
    {
        if (contract.MilestoneDue is not { } day || day.AddDays(-MilestoneDaysAhead) > today
            || facts.Payments.Any(p => p.ContractId == contract.ContractId && p.State is not (PaymentState.Paid or PaymentState.Discarded))
            || facts.Settlements.Any(s => s.ContractId == contract.ContractId && s.State is not SettlementState.Discarded))
        {
            yield break;
        }

        var (opens, signed) = (day.AddDays(-MilestoneDaysAhead), contract.SignedOn ?? contract.StateSince);
        yield return At(contract, WaitingKind.MilestoneUnpaid, contract.ContractId, Act.RequestPayment, opens > signed ? opens : signed) with { Due = new(day, DueSource.Contract) };
    }

    /// <summary>A signed contract of a project that was stopped is settled or cancelled: until then it binds money that nobody is to spend.</summary>
    private static IEnumerable<WaitingItem> OfStopped(ContractFact contract, ClockFacts facts)
    {
        if (facts.State is not ProjectState.Stopped || contract.State is not ContractState.Signed)
        {
            yield break;
        }

        List<WaitingItem> ending = [.. Acceptances(contract, facts), .. Settlements(contract, facts)];
        foreach (var item in (IEnumerable<WaitingItem>)[.. ending, .. Changes(contract)])
        {
            yield return item;
        }

        // A part ends with the contract that it belongs to.
        if (ending.Count == 0 && !contract.IsPart)
        {
            yield return At(contract, WaitingKind.ContractToEnd, contract.ContractId, Act.PrepareSettlement, facts.StateSince) with { Due = DueOf(contract.Deadlines, fileToo: true) };
        }
    }

    /// <summary>Another than whoever recorded the order confirms that it came; the contract is liquidated by then.</summary>
    private static IEnumerable<WaitingItem> Recoveries(ClockFacts facts)
    {
        foreach (var order in facts.Recoveries)
        {
            if (facts.Contracts.FirstOrDefault(c => c.ContractId == order.ContractId) is { } contract)
            {
                yield return AtHome(contract, WaitingKind.RecoveryAwaited, order.RecoveryId, Act.ConfirmRecovery, order.OrderedOn) with { PlaceId = order.SettlementId };
            }
        }
    }

    /// <summary>What the Cục concluded less than was paid and nobody asked back: of a running contract by a request, of a liquidated one at its settlement.</summary>
    private static IEnumerable<WaitingItem> Excesses(ClockFacts facts)
    {
        foreach (var excess in facts.Excesses)
        {
            if (facts.Contracts.FirstOrDefault(c => c.ContractId == excess.ContractId) is { } contract)
            {
                yield return excess.SettlementId is { } settlement
                    ? AtHome(contract, WaitingKind.ExcessUncovered, excess.ContractId, Act.CorrectLedger, excess.Since) with { PlaceId = settlement }
                    : At(contract, WaitingKind.ExcessUncovered, excess.ContractId, Act.RequestPayment, excess.Since);
            }
        }
    }

    private static IEnumerable<WaitingItem> Payments(ClockFacts facts)
    {
        foreach (var request in facts.Payments)
        {
            if (facts.Contracts.FirstOrDefault(c => c.ContractId == request.ContractId) is not { } contract)
            {
                continue;
            }

            var id = request.PaymentRequestId;
            switch (request.State)
            {
                case PaymentState.Drafting or PaymentState.SentBack or PaymentState.Refused:
                    yield return At(contract, WaitingKind.PaymentDrafting, id, Act.RequestPayment, request.Since) with { PersonId = request.CreatedBy };
                    break;
                case PaymentState.Requested:
                    yield return At(contract, WaitingKind.PaymentRequested, id, Act.ApprovePayment, request.Since);
                    break;
                case PaymentState.Approved:
                    yield return At(contract, WaitingKind.PaymentApproved, id, Act.RecordTreasury, request.Since);
                    break;
                case PaymentState.Sent when request.IsMatched:
                    yield return At(contract, WaitingKind.PaymentMatched, id, Act.RecordTreasury, request.Since);
                    break;
                case PaymentState.Sent:
                    yield return At(contract, WaitingKind.PaymentSent, id, Act.RecordTreasury, request.Since) with { Holder = WaitingParty.Treasury };
                    break;
            }
        }
    }
}
