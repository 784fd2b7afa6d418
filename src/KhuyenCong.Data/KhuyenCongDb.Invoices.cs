using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

/// <content>Where an invoice was used before, and who uses it now.</content>
public sealed partial class KhuyenCongDb
{
    public DbSet<UsedInvoice> UsedInvoices => Set<UsedInvoice>();

    /// <summary>Takes the invoices of a record and gives back those that it uses no longer; saved with whatever the caller saves, in its transaction.</summary>
    /// <remarks>Of other provinces only keys are read, so nothing tells whose they are. What has the same key there refuses the save (<see cref="SaveFaults.IsTwin"/>).</remarks>
    /// <exception cref="InvoiceUsedException">Something else uses one of them, or one that may be it with its series left out; nothing may be saved.</exception>
    public async Task UseInvoicesAsync(InvoiceHolder holder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holder);
        var wanted = holder.Invoices.Select(i => InvoiceMark.KeyOf(i, holder.ProvinceCode)).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var before = await UsedBy(holder).Select(u => u.Key).ToListAsync(cancellationToken);
        var keys = wanted.Union(before).ToList();
        if (keys.Count == 0)
        {
            return;
        }

        var bases = keys.Select(InvoiceMark.BaseOf).Distinct().Order(StringComparer.Ordinal).ToList();
        if (Database.IsNpgsql())
        {
            // LINQ has no lock (docs/adr/0003), and a row that is not there yet cannot be locked: whoever writes an invoice of one number of one firm
            // waits for whoever else does, in the whole nation. Locked last of all, in one order; SQLite holds its one write lock already.
            var locked = bases.ToArray();
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended(b, 0)) FROM unnest({locked}) AS b", cancellationToken);
        }

        var rows = await UsedInvoices.Where(u => bases.Contains(u.Base)).ToDictionaryAsync(u => u.Key, cancellationToken);
        var abroad = wanted.Count == 0 ? [] : await KeysAbroadAsync(bases, holder.ProvinceCode, cancellationToken);
        foreach (var left in before.Except(wanted).Where(rows.ContainsKey).Select(key => rows[key]))
        {
            left.Leave(holder);
            if (left.IsFree)
            {
                UsedInvoices.Remove(left);
            }
        }

        foreach (var key in wanted)
        {
            // The very same key of another province is left to the database to refuse.
            if (rows.Values.Any(r => r.Bars(key, holder)) || abroad.Exists(other => other != key && InvoiceMark.MayBeOne(other, key)))
            {
                throw new InvoiceUsedException();
            }

            if (rows.TryGetValue(key, out var used))
            {
                used.TryUse(holder);
            }
            else
            {
                UsedInvoices.Add(UsedInvoice.Of(key, holder));
            }
        }
    }

    /// <summary>Other uses, in the province, of what a record names: of the same invoice where it may not be shared, and of an invoice of the same number that a firm wrote here and its branch there.</summary>
    public async Task<IReadOnlyList<InvoiceLikeness>> InvoiceLikenessesAsync(InvoiceHolder holder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holder);
        var mine = holder.Invoices.Select(i => InvoiceMark.KeyOf(i, holder.ProvinceCode)).OfType<string>().Distinct().ToList();
        var bases = mine.Select(InvoiceMark.BaseOf).Distinct().ToList();
        var rows = bases.Count == 0 ? [] : await UsedInvoices.AsNoTracking().Where(u => bases.Contains(u.Base)).OrderBy(u => u.Key).ToListAsync(cancellationToken);
        List<InvoiceLikeness> found = [];
        foreach (var (key, row) in mine.SelectMany(m => rows.Where(r => !r.IsUsedBy(holder)).Select(r => (m, r))))
        {
            var isBarred = row.Bars(key, holder);
            if (isBarred || InvoiceMark.AreOfFirmAndBranch(key, row.Key))
            {
                var (number, _, seller) = InvoiceMark.Read(key);
                found.Add(new(number, seller, InvoiceMark.Read(row.Key).Seller, await UserOfAsync(row, cancellationToken), isBarred));
            }
        }

        return found;
    }

    /// <summary>The record that uses an invoice, in words; the first of them where one project shows it in several.</summary>
    private async Task<string> UserOfAsync(UsedInvoice used, CancellationToken cancellationToken)
    {
        var (payment, acceptance, settlement, voucher) = (used.PaymentRequestId, used.AcceptanceId, used.SettlementId, used.ManagementVoucherId);
        return payment is not null ? $"đề nghị {await PaymentRequests.Where(r => r.PaymentRequestId == payment).Select(r => r.Number).SingleAsync(cancellationToken)}"
            : acceptance is not null ? $"nghiệm thu hợp đồng {await Acceptances.Where(a => a.AcceptanceId == acceptance).Join(Contracts, a => a.ContractId, c => c.ContractId, (a, c) => c.Number).SingleAsync(cancellationToken)}"
            : settlement is not null ? $"quyết toán hợp đồng {await Settlements.Where(s => s.SettlementId == settlement).Join(Contracts, s => s.ContractId, c => c.ContractId, (s, c) => c.Number).SingleAsync(cancellationToken)}"
            : $"chứng từ chi quản lý {await ManagementVouchers.Where(v => v.ManagementVoucherId == voucher).Select(v => v.Number).SingleAsync(cancellationToken)}";
    }

    /// <summary>Keys that other provinces use, of the same numbers of the same firms.</summary>
    private async Task<List<string>> KeysAbroadAsync(List<string> bases, string provinceCode, CancellationToken cancellationToken) =>
#pragma warning disable RS0030 // Asks only whether there is another province's use, and shows nothing of it.
        await UsedInvoices.IgnoreQueryFilters([ProvinceFilter]).Where(u => u.ProvinceCode != provinceCode && bases.Contains(u.Base)).Select(u => u.Key).ToListAsync(cancellationToken);
#pragma warning restore RS0030

    private IQueryable<UsedInvoice> UsedBy(InvoiceHolder holder)
    {
        var id = holder.RecordId;
        return holder.Kind switch
        {
            InvoiceHolderKind.Payment => UsedInvoices.Where(u => u.PaymentRequestId == id),
            InvoiceHolderKind.Acceptance => UsedInvoices.Where(u => u.AcceptanceId == id),
            InvoiceHolderKind.Settlement => UsedInvoices.Where(u => u.SettlementId == id),
            _ => UsedInvoices.Where(u => u.ManagementVoucherId == id),
        };
    }

    /// <summary>By row, where the invoices of a request were used before: in another request, in another project, its acceptance or its settlement, or in a voucher of management costs; none where it was not, or nobody can tell.</summary>
    /// <param name="invoices">As typed.</param>
    /// <param name="except">The request itself.</param>
    /// <param name="projectId">The request's project, whose own papers may name the same invoices.</param>
    public async Task<IReadOnlyDictionary<Guid, string>> InvoicesUsedInAsync(IEnumerable<PaymentInvoiceText> invoices, Guid? except, Guid projectId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invoices);
        var used = new Dictionary<Guid, string>();
        foreach (var invoice in invoices.Take(PaymentInvoicing.MostInvoices))
        {
            if (invoice.Trace is { } mine
                && (await InvoiceOfProjectsAsync(mine, except, projectId, cancellationToken) ?? await InvoiceOfSettlementsAsync(mine, projectId, cancellationToken)
                    ?? await InvoiceOfManagementAsync(mine, null, cancellationToken)) is { } where)
            {
                used[invoice.PaymentInvoiceId] = where;
            }
        }

        return used;
    }

    /// <summary>Which request of another project pays an invoice already; null where none does, or nobody can tell.</summary>
    public async Task<string?> InvoiceOfOtherRequestsAsync(SupportTrace mine, Guid projectId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mine);
        var others = PaymentRequests.Where(r => r.ProjectId != projectId);
        return await TwinAsync(mine, PaymentInvoices.Where(i => others.Any(r => r.PaymentRequestId == i.PaymentRequestId)), cancellationToken);
    }

    /// <summary>Which request or project an invoice was used in.</summary>
    /// <param name="mine">As it is compared.</param>
    /// <param name="except">The request itself.</param>
    /// <param name="projectId">Whose own papers may name the same invoice.</param>
    private async Task<string?> InvoiceOfProjectsAsync(SupportTrace mine, Guid? except, Guid projectId, CancellationToken cancellationToken)
    {
        if (await TwinAsync(mine, PaymentInvoices.Where(i => i.PaymentRequestId != except), cancellationToken) is { } twin)
        {
            return twin;
        }

        var keys = await SupportKeys.AsNoTracking().Where(k => k.Kind == SupportKeyKind.InvoiceNumber && k.Value == mine.Value && k.SourceId != projectId)
            .Select(k => new { k.SourceId, k.SourceKind, k.Content }).ToListAsync(cancellationToken);
        if (keys.FirstOrDefault(k => InvoiceMark.Compare(mine, new(SupportKeyKind.InvoiceNumber, mine.Value, k.Content)) is true) is not { } other)
        {
            return null;
        }

        return other.SourceKind is SupportSourceKind.OutsideSupport ? "hỗ trợ ngoài khuyến công"
            : await Projects.Where(p => p.ProjectId == other.SourceId).Select(p => p.Code ?? p.Title).FirstOrDefaultAsync(cancellationToken) ?? "đề án khác";
    }

    /// <summary>Which settlement of another project, sent or approved, lists an invoice among its vouchers.</summary>
    private async Task<string?> InvoiceOfSettlementsAsync(SupportTrace mine, Guid projectId, CancellationToken cancellationToken)
    {
        var settled = await Vouchers.AsNoTracking().Where(v => v.InvoiceValue == mine.Value)
            .Join(Settlements.Where(s => s.ProjectId != projectId && (s.State == SettlementState.Submitted || s.State == SettlementState.Approved)), v => v.SettlementId, s => s.SettlementId, (v, s) => new { v.InvoiceContent, v.Number })
            .ToListAsync(cancellationToken);
        return settled.FirstOrDefault(v => InvoiceMark.Compare(mine, new(SupportKeyKind.InvoiceNumber, mine.Value, v.InvoiceContent ?? "")) is true) is { } voucher ? $"chứng từ quyết toán {voucher.Number}" : null;
    }

    private async Task<string?> TwinAsync(SupportTrace mine, IQueryable<PaymentInvoice> among, CancellationToken cancellationToken)
    {
        var alike = await among.AsNoTracking().Where(i => i.InvoiceTrace == mine.Value)
            .Join(PaymentRequests, i => i.PaymentRequestId, r => r.PaymentRequestId, (i, r) => new { r.Number, i.InvoiceDetail }).ToListAsync(cancellationToken);
        return alike.FirstOrDefault(i => InvoiceMark.Compare(mine, new(SupportKeyKind.InvoiceNumber, mine.Value, i.InvoiceDetail ?? "")) is true)?.Number;
    }
}

/// <summary>An invoice is used by something else of the province: refused as its key would refuse it, so that callers answer both alike.</summary>
public sealed class InvoiceUsedException() : DbUpdateException("Something else uses the invoice.");
