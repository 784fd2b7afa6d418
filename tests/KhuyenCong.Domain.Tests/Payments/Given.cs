using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Payments;

/// <summary>Contracts and requests the tests start from (dữ liệu minh họa).</summary>
internal static class Given
{
    public const string Source = "KCQG";
    public const long Bound = 100_000_000;

    public static readonly Guid Line = Id();
    public static readonly Guid Preparer = Id();
    public static readonly Guid Approver = Id();
    public static readonly BankAccount Bank = new("0000000001", "Ngân hàng minh họa", "Cơ sở minh họa");

    public static DateOnly Today => ProjectGiven.Today;

    public static Guid Id() => ProjectGiven.Id();

    public static PlanMover Mover(Role role, Guid? user = null, string commune = ProjectGiven.Commune) => new(user ?? Id(), act => RoleTable.Allows(role, act), [commune]);

    public static string TerritoryOf(Regime regime) => regime is Regime.Commune ? ProjectGiven.Commune : ProjectGiven.Province;

    public static PlanMover Writer(Regime regime) => Mover(regime is Regime.Commune ? Role.CommuneOfficer : Role.DepartmentOfficer, Preparer);

    public static PlanMover Leader(Regime regime) => Mover(regime is Regime.Commune ? Role.CommuneLeader : Role.DepartmentLeader, Approver);

    public static PlanMover Accountant(Regime regime) => Mover(regime is Regime.Commune ? Role.CommuneAccountant : Role.DepartmentAccountant);

    public static Contract Contract(Regime regime = Regime.National, bool isSigned = true, Guid? parent = null, BankAccount? bank = null)
    {
        var contract = Domain.Contracts.Contract.From(new(
            Id(), ProjectGiven.Province, Id(), Id(), parent, ContractKind.Support, regime, TerritoryOf(regime), Today.Year,
            new() { Content = "Nội dung", PartyAId = Id(), PartyA = "Bên A", PartyB = "Bên B (dữ liệu minh họa)", Bank = bank ?? Bank, Amounts = [new(Source, new(Bound))] },
            new Dictionary<string, Guid> { [Source] = Id() }, Id(), Today, TimeProvider.System.UtcNow));
        if (isSigned)
        {
            contract.Apply(new ContractMoved(contract.ContractId, Id(), new(ContractAction.Sign, null, Today), ContractState.Signed, Id(), Today, TimeProvider.System.UtcNow) { Draws = new Dictionary<string, Guid> { [Source] = Line } });
        }

        return contract;
    }

    /// <summary>One line of money of the contract.</summary>
    public static PaymentRoom Room(long committed = Bound, long advanced = 0, long paid = 0, long? due = null, params OpenPayment[] open) => new(
        [new(Line, Source, Today.Year, new(committed), new(advanced), new(paid), Dong.Zero, new(committed + advanced + paid))],
        open,
        due is { } found ? new Dictionary<string, Dong> { [Source] = new(found) } : new Dictionary<string, Dong>());

    public static OpenPayment Open(PaymentKind kind, long amount) => new(Line, Source, kind, new(amount));

    public static PaymentText Text(long amount) => new("Nội dung chi", [new(Id(), Line, Source, new(amount))]);

    public static IReadOnlyList<PaymentLineText> Lines(long amount) => Text(amount).Lines;

    /// <summary>Room enough for any kind.</summary>
    public static PaymentRoom Wide => Room(10 * Bound, 10 * Bound, 10 * Bound, 100 * Bound);

    public static PaymentRequest Request(Contract contract, PaymentKind kind = PaymentKind.Advance, long amount = 10_000_000) =>
        PaymentRequest.From(new(Id(), contract.ProvinceCode, contract.ContractId, contract.ProjectId, contract.Regime, contract.TerritoryCode, kind, "DNTU-1", contract.Bank,
            PaymentWriting.Write(contract, null, kind, Text(amount), Wide, null, Writer(contract.Regime), TimeProvider.System).Event.ShouldNotBeNull(), Today));

    public static PaymentMove Move(PaymentAction action) => new(action, "Lý do đầy đủ", Today, "CT-1");

    /// <summary>A request brought to a state along the table.</summary>
    public static PaymentRequest In(PaymentState state, Contract contract, PaymentKind kind = PaymentKind.Advance)
    {
        var request = Request(contract, kind);
        PaymentAction[] way = state switch
        {
            PaymentState.Drafting => [],
            PaymentState.Requested => [PaymentAction.Request],
            PaymentState.Approved => [PaymentAction.Request, PaymentAction.Approve],
            PaymentState.Sent => [PaymentAction.Request, PaymentAction.Approve, PaymentAction.Send],
            PaymentState.Paid => [PaymentAction.Request, PaymentAction.Approve, PaymentAction.Send, PaymentAction.Pay],
            PaymentState.SentBack => [PaymentAction.Request, PaymentAction.Approve, PaymentAction.Send, PaymentAction.SendBack],
            PaymentState.Refused => [PaymentAction.Request, PaymentAction.Approve, PaymentAction.Send, PaymentAction.Refuse],
            _ => [PaymentAction.Discard],
        };
        foreach (var action in way)
        {
            Step(request, contract, action, action switch { PaymentAction.Request or PaymentAction.Discard => Writer(contract.Regime), PaymentAction.Approve => Leader(contract.Regime), _ => Accountant(contract.Regime) }).ShouldBeEmpty($"{state} {action}");
        }

        return request;
    }

    /// <summary>Takes a step and applies it; the breaches' codes.</summary>
    public static IReadOnlyList<string> Step(PaymentRequest request, Contract contract, PaymentAction action, PlanMover mover, PaymentMove? move = null, PaymentRoom? room = null, params PaymentFinding[] findings)
    {
        var ruling = PaymentMoves.Step(request, contract, Id(), move ?? Move(action), room ?? Wide, findings, mover, TimeProvider.System);
        if (ruling.Event is { } moved)
        {
            request.Apply(moved);
        }

        return [.. ruling.Breaches.Select(b => b.Code)];
    }

    /// <summary>A row of the library with a share.</summary>
    public static LawRow Rule(string code, int? basisPoints, Verification verification = Verification.VerifiedVerbatim, Regime? regime = Regime.National) => new(
        LegalRule.From(new(Id(), Id(), new() { Code = code, Kind = RuleKind.Norm, Title = code, Text = "…", Regime = regime, BasisPoints = basisPoints, Verification = verification })), "Văn bản minh họa", []);
}
