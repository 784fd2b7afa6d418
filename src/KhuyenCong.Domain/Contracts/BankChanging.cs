using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Đổi tài khoản nhận tiền: with a reason and a document, and never by one person alone.</summary>
public static class BankChanging
{
    public static Ruling<BankChangeAsked> Ask(Contract contract, BankChangeText text, Guid changeId, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (contract.State is not ContractState.Signed)
        {
            return new(null, [new("contract.wrong-state")]);
        }

        if (!mover.May(Act.EditContract, contract.Regime, contract.TerritoryCode))
        {
            return new(null, [new("contract.not-allowed")]);
        }

        var tidied = text with { After = text.After.Tidied, Reason = text.Reason.Trim(), Document = text.Document.Trim() };
        var breaches = ContractWriting.BankFaults(tidied.After, nameof(tidied.After)).ToList();
        (bool Holds, Breach Otherwise)[] rules =
        [
            (contract.OpenBankChange is null, new("contract.bank-change-open")),
            (tidied.After != contract.Bank, new("contract.bank-same", nameof(text.After))),
            (tidied.Reason.Length > 0, new("project.reason-missing", nameof(text.Reason))),
            (tidied.Document.Length > 0, new("contract.bank-document-missing", nameof(text.Document))),
            (tidied.Reason.Length <= ContractMoves.LongestNote, new("project.too-long", nameof(text.Reason), ContractMoves.LongestNote)),
            (tidied.Document.Length <= ContractWriting.LongestShort, new("project.too-long", nameof(text.Document), ContractWriting.LongestShort)),
        ];
        breaches.AddRange(rules.Unmet());
        return Decide.Unless<BankChangeAsked>(breaches, () => new(changeId, tidied, mover.UserId, clock.UtcNow));
    }

    /// <summary>Confirms or refuses: whoever asked does neither.</summary>
    public static Ruling<BankChangeDecided> Judge(Contract contract, BankChange change, bool confirms, string? note, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (contract.State is not ContractState.Signed || change.State is not BankChangeState.Asked)
        {
            return new(null, [new("contract.wrong-state")]);
        }

        if (!mover.May(Act.SignContract, contract.Regime, contract.TerritoryCode))
        {
            return new(null, [new("contract.not-allowed")]);
        }

        return Decide.If<BankChangeDecided>(
            () => new(change.BankChangeId, confirms, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), mover.UserId, clock.UtcNow),
            (change.AskedBy != mover.UserId, new("contract.bank-own-request")),
            (confirms || !string.IsNullOrWhiteSpace(note), new("project.reason-missing", "Note")),
            (note is not { Length: > ContractMoves.LongestNote }, new("project.too-long", "Note", ContractMoves.LongestNote)));
    }
}
