using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Payments;

/// <summary>Số dư của hợp đồng trên một dòng dự toán: what the ledger says that may still be asked for.</summary>
/// <param name="AllocationId">The line.</param>
/// <param name="Source">A funding source.</param>
/// <param name="Year">Of the line.</param>
/// <param name="Committed">Not advanced and not paid.</param>
/// <param name="Advanced">Not cleared and not recovered.</param>
/// <param name="Paid">Not settled.</param>
/// <param name="Settled">Settled.</param>
/// <param name="Bound">What the contract bound, wherever it is by now.</param>
public sealed record PaymentLineRoom(Guid AllocationId, string Source, int Year, Dong Committed, Dong Advanced, Dong Paid, Dong Settled, Dong Bound);

/// <summary>Số đang đề nghị: a line of another request that is open.</summary>
public sealed record OpenPayment(Guid AllocationId, string Source, PaymentKind Kind, Dong Amount);

/// <summary>Số còn được đề nghị của một hợp đồng: balances, open requests and what acceptance found due. Arithmetic always blocks.</summary>
public sealed class PaymentRoom(IReadOnlyList<PaymentLineRoom> lines, IReadOnlyList<OpenPayment> open, IReadOnlyDictionary<string, Dong> due)
{
    public IReadOnlyList<PaymentLineRoom> Lines => lines;

    /// <summary>By source, as concluded acceptances found, or as a file of settlement under force majeure says.</summary>
    public IReadOnlyDictionary<string, Dong> Due => due;

    public bool HasAcceptance => due.Count > 0;

    /// <summary>No site waits for its conclusion: more than is due is not advanced either, since it could only be recovered.</summary>
    public bool IsDueFixed { get; init; }

    /// <summary>What the Cục's concluded record took from the national source; null where it took nothing.</summary>
    public AgencyBound? Agency { get; init; }

    /// <summary>What is or will be paid for good of a source.</summary>
    public Dong Spent(string source) => Used(source, PaymentKind.ClearAdvance);

    /// <summary>Advances of other requests that are open.</summary>
    public IEnumerable<OpenPayment> OpenAdvances => open.Where(o => o.Kind is PaymentKind.Advance);

    /// <summary>What one line still gives to a kind of request.</summary>
    public Dong Left(PaymentLineRoom line, PaymentKind kind)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Held(line, kind) - SpokenFor(line.AllocationId, kind);
    }

    /// <summary>What acceptance still lets a source give; null for kinds that are not measured by it.</summary>
    public Dong? DueLeft(string source, PaymentKind kind) => IsMeasured(kind) ? due.GetValueOrDefault(source) - Used(source, kind) : null;

    /// <summary>How what is due of each source of a request comes about, for its paper; nothing for kinds that acceptance does not measure.</summary>
    /// <param name="kind">Of the request.</param>
    /// <param name="wanted">Its lines.</param>
    /// <param name="isPosted">Its own amounts are in the ledger already, and so in the balances of this room.</param>
    public IEnumerable<PayableStep> Steps(PaymentKind kind, IReadOnlyList<PaymentLineText> wanted, bool isPosted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        foreach (var group in wanted.Where(w => IsMeasured(kind) && due.ContainsKey(w.Source)).GroupBy(w => w.Source))
        {
            var (payable, asked, cut) = (due[group.Key], group.Select(w => w.Amount).Sum(), CutOf(group.Key));
            yield return new(group.Key, payable + cut, cut, Used(group.Key, kind) - (isPosted ? asked : Dong.Zero), asked);
        }
    }

    /// <summary>The most that a line may be asked for, for a form to start from.</summary>
    public Dong Suggested(PaymentLineRoom line, PaymentKind kind)
    {
        ArgumentNullException.ThrowIfNull(line);
        var left = DueLeft(line.Source, kind) is { } rest ? Left(line, kind).AtMost(rest) : Left(line, kind);
        return left < Dong.Zero ? Dong.Zero : left;
    }

    /// <summary>What of these lines is beyond the contract, the advance or the acceptance.</summary>
    public IEnumerable<Breach> Faults(PaymentKind kind, IReadOnlyList<PaymentLineText> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        foreach (var text in wanted)
        {
            if (lines.FirstOrDefault(l => l.AllocationId == text.AllocationId) is not { } line)
            {
                yield return new("payment.line-unknown", FieldOf(text.AllocationId));
            }
            else if (Left(line, kind) is var left && text.Amount > left)
            {
                yield return new(Beyond(kind), FieldOf(text.AllocationId), NameOf(line.Source), Held(line, kind), SpokenFor(line.AllocationId, kind), text.Amount, text.Amount - left);
            }
        }

        foreach (var breach in DueFaults(kind, wanted))
        {
            yield return breach;
        }
    }

    /// <summary>Ba bên khớp nhau, contract, acceptance and payment: nothing is paid for good beyond what acceptance found due, nor advanced once that is all.</summary>
    /// <param name="kind">Of the request.</param>
    /// <param name="wanted">Its lines.</param>
    /// <param name="isPaid">The money has gone: what the Cục has accepted less of since (5c) is recorded all the same, and is to come back (<see cref="SupportExcess"/>).</param>
    public IEnumerable<Breach> DueFaults(PaymentKind kind, IReadOnlyList<PaymentLineText> wanted, bool isPaid = false)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (!IsMeasured(kind))
        {
            yield break;
        }

        if (kind.NeedsAcceptance() && !HasAcceptance)
        {
            yield return new("payment.no-acceptance");
            yield break;
        }

        foreach (var group in wanted.GroupBy(w => lines.FirstOrDefault(l => l.AllocationId == w.AllocationId)?.Source).Where(g => g.Key is not null))
        {
            var (source, asked) = (group.Key!, group.Select(w => w.Amount).Sum());
            var (found, used) = (due.GetValueOrDefault(source) + (isPaid ? CutOf(source) : Dong.Zero), Used(source, kind));
            if (asked > found - used)
            {
                yield return new("payment.above-due", FieldOf(group.First().AllocationId), NameOf(source), found, used, asked, asked - (found - used));
            }
        }
    }

    /// <summary>What an amendment would take from under open requests: they were judged by what the contract binds now.</summary>
    public IEnumerable<Breach> Undercut(IEnumerable<AmountDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        foreach (var (source, allocationId, amount) in differences.Where(d => d.Amount < Dong.Zero))
        {
            if (lines.FirstOrDefault(l => l.AllocationId == allocationId) is { } line
                && SpokenFor(allocationId, PaymentKind.Payment) is var asked && asked > Dong.Zero
                && Left(line, PaymentKind.Payment) is var left && -amount > left)
            {
                yield return new("contract.amendment-below-asked", null, NameOf(source), -amount, line.Committed, asked, -amount - left);
            }
        }
    }

    /// <summary>The field of a line in forms and answers.</summary>
    public static string FieldOf(Guid allocationId) => $"Line-{allocationId:N}";

    internal static string NameOf(string source) => FundingSource.Find(source)?.ShortName ?? source;

    private static Dong Held(PaymentLineRoom line, PaymentKind kind) => kind switch
    {
        PaymentKind.Advance or PaymentKind.Payment => line.Committed,
        PaymentKind.ClearAdvance or PaymentKind.RecoverAdvance => line.Advanced,
        _ => line.Paid,
    };

    private static string Beyond(PaymentKind kind) => kind switch
    {
        PaymentKind.Advance or PaymentKind.Payment => "payment.above-committed",
        PaymentKind.ClearAdvance or PaymentKind.RecoverAdvance => "payment.above-advanced",
        _ => "payment.above-paid",
    };

    /// <summary>Open requests that take from the same account.</summary>
    private Dong SpokenFor(Guid allocationId, PaymentKind kind) => open.Where(o => o.AllocationId == allocationId && o.Kind.TakesFrom() == kind.TakesFrom()).Select(o => o.Amount).Sum();

    /// <summary>What the Cục took of what is due; under force majeure something else than the acceptances says what that is.</summary>
    private Dong CutOf(string source) => source == FundingSource.National.Code && Agency is { } agency && due.TryGetValue(source, out var payable) && agency.Payable == payable ? agency.Cut : Dong.Zero;

    private bool IsMeasured(PaymentKind kind) => kind.NeedsAcceptance() || (kind is PaymentKind.Advance && IsDueFixed);

    /// <summary>What of the support due is given or asked for already: for what takes from the contract the advances too, for clearing one only what is or will be paid.</summary>
    private Dong Used(string source, PaymentKind kind)
    {
        var isNew = kind is PaymentKind.Payment or PaymentKind.Advance;
        var posted = lines.Where(l => l.Source == source).Select(l => l.Paid + l.Settled + (isNew ? l.Advanced : Dong.Zero)).Sum();
        var asked = open.Where(o => o.Source == source && (o.Kind is PaymentKind.Payment || o.Kind == (isNew ? PaymentKind.Advance : PaymentKind.ClearAdvance))).Select(o => o.Amount).Sum();
        return posted + asked;
    }
}
