using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Payments;

/// <summary>Lập, sửa đề nghị chi.</summary>
public static class PaymentWriting
{
    public const int LongestText = 2000;
    public const int LongestShort = 200;
    public const int LongestNumber = 60;
    public const int LongestTaxCode = 20;
    public const int MostPapers = 100;

    /// <summary>Whether somebody may prepare a request of a contract at all.</summary>
    public static bool MayPrepare(Contract contract, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(mover);
        return contract is { CommitsMoney: true, IsInForce: true } && mover.May(Act.RequestPayment, contract.Regime, contract.TerritoryCode);
    }

    /// <summary>Whether somebody's corrections would be taken at all.</summary>
    public static bool MayWrite(PaymentRequest request, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(mover);
        return request.State.IsWritable() && mover.May(Act.RequestPayment, request.Regime, request.TerritoryCode) && !request.Hands.Against(PaymentDuty.Prepare, mover.UserId).Any();
    }

    /// <param name="contract">Whose money it is.</param>
    /// <param name="request">What is corrected; null for a new one.</param>
    /// <param name="kind">Of the request.</param>
    /// <param name="text">As typed.</param>
    /// <param name="room">What the contract still gives, without this request.</param>
    /// <param name="usedIn">By row of its invoices, where the invoice was used before; null where none was.</param>
    /// <param name="mover">Who writes.</param>
    /// <param name="clock">Of the writing.</param>
    /// <param name="project">The state of the contract's project.</param>
    public static Ruling<PaymentWritten> Write(Contract contract, PaymentRequest? request, PaymentKind kind, PaymentText text, PaymentRoom room, IReadOnlyDictionary<Guid, string>? usedIn, PlanMover mover, TimeProvider clock, ProjectState project = ProjectState.Underway)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (!mover.May(Act.RequestPayment, contract.Regime, contract.TerritoryCode))
        {
            return new(null, [new("payment.not-allowed")]);
        }

        if (request is { State: var state } && !state.IsWritable())
        {
            return new(null, [new("payment.wrong-state")]);
        }

        var lines = text.Lines.Select(l => l with { Source = room.Lines.FirstOrDefault(r => r.AllocationId == l.AllocationId)?.Source ?? l.Source }).ToList();
        var years = room.Lines.Where(r => lines.Any(l => l.AllocationId == r.AllocationId)).Select(r => r.Year).Distinct().ToList();
        List<Breach> breaches =
        [
            .. request?.Hands.Against(PaymentDuty.Prepare, mover.UserId) ?? [],
            .. PaymentMoves.ContractFaults(contract, kind),
            .. PaymentMoves.StoppedFaults(project, kind),
            .. TextFaults(text, kind, clock.Today),
            .. BudgetCoding.SpendingForm(text.BudgetItem, text.BudgetSubItem).Unmet(),
            .. LineFaults(lines, years),
            .. room.Faults(kind, lines),
            .. kind.IsRecovery() ? [] : PaymentInvoicing.Faults(text, usedIn ?? new Dictionary<Guid, string>(), clock.Today),
        ];
        return Decide.Unless<PaymentWritten>(breaches, () => new(Tidied(text, kind) with { Lines = lines }, years[0], mover.UserId, clock.UtcNow));
    }

    /// <summary>Papers are brought by whoever prepares; the signed copy by whoever works on the request, while it is not over.</summary>
    public static Ruling<PaymentPaperAttached> Attach(PaymentRequest request, PaymentPaperAttached wanted, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.If(
            () => wanted,
            (wanted.IsSignedCopy ? MayAttachCopy(request, mover) : MayWrite(request, mover), new(request.State.IsWritable() || wanted.IsSignedCopy ? "payment.not-allowed" : "payment.papers-closed")),
            (!string.IsNullOrWhiteSpace(wanted.Name), new("edit.required", "PaperName")),
            (wanted.Name.Length <= LongestShort, new("project.too-long", "PaperName", LongestShort)),
            (request.Papers.Count < MostPapers, new("project.too-many-rows", null, MostPapers)));
    }

    public static Ruling<PaymentPaperRemoved> Remove(PaymentRequest request, PaymentPaperRemoved wanted, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(wanted);
        return Decide.If(
            () => wanted,
            (MayWrite(request, mover), new(request.State.IsWritable() ? "payment.not-allowed" : "payment.papers-closed")),
            (request.Papers.Any(p => p.PaymentPaperId == wanted.PaymentPaperId && !p.IsSignedCopy), new("payment.paper-gone")));
    }

    /// <summary>Whether somebody may attach the signed copy.</summary>
    public static bool MayAttachCopy(PaymentRequest request, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(mover);
        return request.State is not (PaymentState.Drafting or PaymentState.Discarded)
            && new[] { Act.RequestPayment, Act.ApprovePayment, Act.RecordTreasury }.Any(a => mover.May(a, request.Regime, request.TerritoryCode));
    }

    private static PaymentText Tidied(PaymentText text, PaymentKind kind) => text with
    {
        Invoices = kind.IsRecovery() ? [] : [.. text.Invoices.Select(i => i with { Number = Blank(i.Number), Series = Blank(i.Series), Seller = Blank(i.Seller), TaxCode = Blank(i.TaxCode) })],

        // Why they cover less is kept only while they do.
        InvoiceDifference = kind.IsRecovery() || text.Invoices.Count == 0 || PaymentInvoicing.CoveredBy(text.Invoices) == text.Lines.Select(l => l.Amount).Sum() ? null : Blank(text.InvoiceDifference),
        BudgetItem = BudgetCoding.Tidied(text.BudgetItem),
        BudgetSubItem = BudgetCoding.Tidied(text.BudgetSubItem),
        ItemShare = kind is PaymentKind.Advance ? text.ItemShare : null,
        OverrideNumber = kind is PaymentKind.Advance ? Blank(text.OverrideNumber) : null,
        OverrideDate = kind is PaymentKind.Advance ? text.OverrideDate : null,
        OverrideReason = kind is PaymentKind.Advance ? Blank(text.OverrideReason) : null,
    };

    private static IEnumerable<Breach> TextFaults(PaymentText text, PaymentKind kind, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text.Purpose))
        {
            yield return new("edit.required", nameof(text.Purpose));
        }

        foreach (var (value, field, longest) in new[] { (text.Purpose, nameof(text.Purpose), LongestText), (text.OverrideNumber, nameof(text.OverrideNumber), LongestNumber), (text.OverrideReason, nameof(text.OverrideReason), LongestText) })
        {
            if (value?.Length > longest)
            {
                yield return new("project.too-long", field, longest);
            }
        }

        if (kind is PaymentKind.Advance)
        {
            foreach (var breach in OverrideFaults(text, today))
            {
                yield return breach;
            }
        }

        if (text.ItemShare is < 0 or > 10_000)
        {
            yield return new("payment.share-outside", nameof(text.ItemShare));
        }
    }

    /// <summary>A decision is cited whole or not at all.</summary>
    private static IEnumerable<Breach> OverrideFaults(PaymentText text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text.OverrideNumber) && text.OverrideDate is null && string.IsNullOrWhiteSpace(text.OverrideReason))
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(text.OverrideNumber))
        {
            yield return new("payment.override-number-missing", nameof(text.OverrideNumber));
        }

        if (text.OverrideDate is not { } date)
        {
            yield return new("payment.override-date-missing", nameof(text.OverrideDate));
        }
        else if (date > today)
        {
            yield return new("allocation.document-in-future", nameof(text.OverrideDate));
        }

        if (string.IsNullOrWhiteSpace(text.OverrideReason))
        {
            yield return new("payment.override-reason-missing", nameof(text.OverrideReason));
        }
    }

    private static IEnumerable<Breach> LineFaults(List<PaymentLineText> lines, List<int> years)
    {
        if (lines.Count == 0)
        {
            yield return new("payment.no-lines");
        }

        foreach (var line in lines.Where(l => l.Amount <= Dong.Zero))
        {
            yield return new("ledger.amount-none", PaymentRoom.FieldOf(line.AllocationId));
        }

        if (lines.DistinctBy(l => l.AllocationId).Count() != lines.Count)
        {
            yield return new("payment.line-twice");
        }

        if (years.Count > 1)
        {
            yield return new("payment.years-mixed", null, string.Join(", ", years.Order()));
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
